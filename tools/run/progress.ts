/**
 * What the commands say while they work.
 *
 * Contract: numbered lines, one when a step begins to take time and one when it is done, with
 * seconds. Steps may overlap; each line names its step.
 */
export interface Progress {
  /** Run a step; `work` may say what is going on and returns the closing words. */
  step(title: string, work: (say: (words: string) => void) => Promise<string>): Promise<void>;
  line(words: string): void;
}

/** @param total how many steps there will be */
export function progress(total: number): Progress {
  let count = 0;
  return {
    line: (words) => console.log(words),
    step: async (title, work) => {
      count += 1;
      const head = `[${count}/${total}] ${title}`;
      const began = performance.now();
      console.log(`${head} …`);
      const words = await work((words) => console.log(`${head}: ${words}`));
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${head}: ${words} (${seconds} s)`);
    }
  };
}
