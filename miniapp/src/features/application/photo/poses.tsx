import { Text, View } from '@tarojs/components';
import { aria } from '../../../ui';
import './poses.scss';

/** A drawing of how a portrait looks; the words say the same. */
type Pose = { readonly code: string; readonly words: string; readonly right: boolean };

/** One right one, and what is most often sent back; each is drawn only where the notice asks for it. */
const WRONG: readonly (Pose & { readonly asked: string })[] = [
  { code: 'grey', words: '背景有颜色、有杂物', right: false, asked: 'background' },
  { code: 'hat', words: '戴帽子', right: false, asked: 'bare-headed' },
  { code: 'turned', words: '头歪、没看镜头', right: false, asked: 'eyes-forward' },
  { code: 'far', words: '人太小、太靠下', right: false, asked: 'head-centred-high' },
  { code: 'hair', words: '头发遮脸', right: false, asked: 'hair-off-face' },
  { code: 'glasses', words: '墨镜、反光', right: false, asked: 'no-tinted-lenses' },
  { code: 'same', words: '衣服和背景一样白', right: false, asked: 'clothes-unlike-background' },
];

/** Right and wrong portraits, drawn from plain shapes: no file to load, and large type only changes the words. */
export function Poses({ asked, background }: { asked: readonly string[]; background: string }) {
  const shown: readonly Pose[] = [
    { code: 'right', words: '这样拍', right: true },
    ...WRONG.filter((pose) => asked.includes(pose.asked)),
  ];
  return (
    <View className="poses">
      {shown.map(({ code, words, right }) => (
        <View key={code} className="poses__one" {...aria({ role: 'img', label: `${right ? '对' : '不对'}：${words}` })}>
          <View className={`pose pose--${background} pose--${code}`}>
            <View className="pose__body" />
            <View className="pose__head">
              <View className="pose__hair" />
              <View className="pose__eyes" />
              <View className="pose__mouth" />
            </View>
            <View className={right ? 'pose__sign pose__sign--right' : 'pose__sign'}>
              <Text>{right ? '✓' : '×'}</Text>
            </View>
          </View>
          <View className="poses__words">{words}</View>
        </View>
      ))}
    </View>
  );
}
