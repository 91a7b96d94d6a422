/** The tokens of `app.css` as plain colours: a picture stands alone and knows no CSS variables. */
export const THEMES = ['hell', 'dunkel'] as const;
export type Theme = (typeof THEMES)[number];

export interface Colours {
  paper: string;
  raised: string;
  ink: string;
  muted: string;
  accent: string;
  warm: string;
  line: string;
  control: string;
  land: string;
  border: string;
  water: string;
  /** Shares, lowest first. */
  steps: readonly string[];
  /** Counts, least first; numbers on the last two in `onSeq`. */
  seq: readonly string[];
  onSeq: string;
  /** Without order; the last belongs to no class. */
  classes: readonly string[];
}

export const COLOURS: Record<Theme, Colours> = {
  hell: {
    paper: '#fbfaf7',
    raised: '#ffffff',
    ink: '#17212b',
    muted: '#4d5a66',
    accent: '#0b5a66',
    warm: '#b3441a',
    line: '#d9d6cd',
    control: '#7d8790',
    land: '#f1eee6',
    border: '#c9c5b9',
    water: '#dfe8ec',
    steps: ['#e3eef0', '#b7d5d9', '#7fb4bb', '#3f8b95', '#0b5a66'],
    seq: ['#e3eef0', '#b7d5d9', '#7fb4bb', '#2f7c87', '#0b5a66'],
    onSeq: '#ffffff',
    classes: [
      '#4a74a8',
      '#a3652e',
      '#7a6bb0',
      '#5f8a4a',
      '#a84f7c',
      '#c4452e',
      '#1f8a84',
      '#85888a'
    ]
  },
  dunkel: {
    paper: '#12181f',
    raised: '#1a222b',
    ink: '#eceae4',
    muted: '#a9b4be',
    accent: '#6fc3cd',
    warm: '#f0a27e',
    line: '#2b3540',
    control: '#75818c',
    land: '#26303b',
    border: '#3c4855',
    water: '#161d25',
    steps: ['#1f434c', '#2a616c', '#3d8590', '#66afb9', '#b4e6ec'],
    seq: ['#1b333a', '#235059', '#2c6873', '#4fa3ae', '#93dbe3'],
    onSeq: '#12181f',
    classes: [
      '#86aede',
      '#d9a066',
      '#b3a4ea',
      '#9cc583',
      '#e394bd',
      '#f2836b',
      '#62c4bd',
      '#868d93'
    ]
  }
};

/** Official colours of the goals 1 to 17. */
const GOALS = (
  '#e5243b #dda63a #4c9f38 #c5192d #ff3a21 #26bde2 #fcc30b #a21942 #fd6925 ' +
  '#dd1367 #fd9d24 #bf8b2e #3f7e44 #0a97d9 #56c02b #00689d #19486a'
).split(' ');
const WHITE_ON = [1, 4, 8, 10, 13, 16, 17];

/** Ground of a goal's tile, and what is written on it (at least 4.5:1). */
export const goalColours = (goal: number): { fill: string; on: string } => ({
  fill: GOALS[goal - 1] ?? '#4d5a66',
  on: WHITE_ON.includes(goal) ? '#ffffff' : '#17212b'
});
