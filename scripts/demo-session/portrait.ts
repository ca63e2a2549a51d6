import sharp from 'sharp';

const SKIN = ['#e2b48f', '#d9a47c', '#f0c8a4', '#c98f66'];
const HAIR = ['#241a14', '#3b2a20', '#6b6258', '#111111'];
const CLOTHES = ['#24405c', '#5c2430', '#2d4a33', '#4a4a55', '#6a4a24'];

/** A drawn portrait that looks like nobody else's near it: 413 × 579, white behind, JPEG. */
export async function demoPortrait({
  place,
  isGrey,
}: {
  readonly place: number;
  readonly isGrey: boolean;
}): Promise<Buffer> {
  const of = (list: readonly string[], step: number): string => list[Math.floor(place / step) % list.length] ?? '';
  const [width, eyes, mouth, fringe] = [19 + (place % 5), 54 + (place % 6), 70 + (place % 7), 34 + (place % 10)];
  const glasses =
    place % 6 === 5
      ? `<g fill="none" stroke="#333" stroke-width="1.2"><circle cx="41" cy="${eyes}" r="6"/><circle cx="59" cy="${eyes}" r="6"/><path d="M47 ${eyes}h6"/></g>`
      : '';
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="413" height="579" viewBox="0 0 100 140">
    <defs><filter id="grain"><feTurbulence baseFrequency="0.9" numOctaves="3" seed="${place}"/>
      <feComposite in2="SourceGraphic" operator="in"/><feBlend in2="SourceGraphic" mode="multiply"/></filter></defs>
    <path d="M8 140 Q10 98 50 96 Q90 98 92 140 Z" fill="${of(CLOTHES, 1)}" filter="url(#grain)"/>
    <ellipse cx="50" cy="58" rx="${width}" ry="28" fill="${of(SKIN, 2)}" filter="url(#grain)"/>
    <ellipse cx="50" cy="58" rx="${width}" ry="28" fill="${of(SKIN, 2)}" opacity="0.7"/>
    <path d="M${50 - width - 1} 54 Q${50 - width} 26 50 26 Q${50 + width} 26 ${50 + width + 1} 54 Q64 ${fringe} 50 ${fringe} Q36 ${fringe} ${50 - width - 1} 54 Z" fill="${of(HAIR, 3)}"/>
    <circle cx="42" cy="${eyes}" r="2.2"/><circle cx="58" cy="${eyes}" r="2.2"/>${glasses}
    <path d="M42 ${mouth} Q50 ${mouth + 5} 58 ${mouth}" fill="none" stroke="#8c4a3c" stroke-width="1.6"/></svg>`;
  const picture = sharp({ create: { width: 413, height: 579, channels: 3, background: '#ffffff' } }).composite([
    { input: Buffer.from(drawn) },
  ]);
  const jpeg = await (
    isGrey
      ? sharp(await picture.png().toBuffer())
          .grayscale()
          .toColourspace('srgb')
      : picture
  )
    .jpeg({ quality: 96, chromaSubsampling: '4:4:4' })
    .toBuffer();
  // drawings weigh less than the notice asks for; cameras fill up behind the picture's end
  return Buffer.concat([jpeg, Buffer.alloc(Math.max(0, 60_000 - jpeg.length))]);
}

/** A signature as a finger draws it. */
export const demoSignature = (place: number): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="140"><path d="M20 ${60 + (place % 40)}C60 10 90 10 80 80s60-60 90-40-30 70 10 60 60-70 90-50 20 ${20 + (place % 50)} 70 20" fill="none" stroke="#111" stroke-width="6" stroke-linecap="round"/></svg>`,
    ),
  )
    .png()
    .toBuffer();
