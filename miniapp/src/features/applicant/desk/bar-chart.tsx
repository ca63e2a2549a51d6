import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { type CSSProperties, useEffect, useRef } from 'react';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

type Props = {
  /** What it shows, read to those who do not see it; the figures stand in the table as well. */
  label: string;
  rows: readonly { readonly name: string; readonly value: number; readonly text: string }[];
  /** The end of the scale; without, as far as the largest. */
  most?: number;
};

/** Bars of one colour, each with its figure in words beside its name: nothing is told by a colour. */
export default function BarChart({ label, rows, most }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return undefined;
    const colour = getComputedStyle(canvas.current).getPropertyValue('--go').trim() || '#067a3c';
    const chart = new Chart(canvas.current, {
      type: 'bar',
      data: {
        labels: rows.map(({ name, text }) => `${short(name)}　${text}`),
        datasets: [{ data: rows.map(({ value }) => value), backgroundColor: colour, maxBarThickness: 22 }],
      },
      options: {
        indexAxis: 'y',
        animation: false,
        maintainAspectRatio: false,
        events: [],
        layout: { padding: 12 },
        scales: {
          x: { beginAtZero: true, ...(most !== undefined && { max: most }), ticks: { precision: 0 } },
          y: { ticks: { autoSkip: false, font: { size: 13 } } },
        },
      },
    });
    return () => chart.destroy();
  }, [rows, most]);
  const rowCount: CSSProperties & Record<'--rows', number> = { '--rows': rows.length };
  return (
    <div className="bar-chart" style={rowCount}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}

const MOST_LETTERS = 16;
const short = (name: string): string => (name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS)}…` : name);
