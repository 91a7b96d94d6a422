/**
 * What a Chromium trace says of a page's main thread.
 *
 * Contract: pure. A task is what the thread does without looking at input in between. `cpu` is the
 * thread's own time, which other work on the machine does not lengthen; `wall` is what the clock says.
 */
interface TraceEvent {
  name: string;
  cat: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** Of the thread alone; not every event is given one. */
  tdur?: number;
}

export interface Task {
  /** The step it followed: the last mark before it. */
  step: string;
  cpu: number;
  wall: number;
  /** Milliseconds by kind of work, that of its parts taken off; most first. */
  parts: [name: string, ms: number][];
}

/** Shorter ones fit into a frame. */
export const FRAME = 16;
/** Kinds of work that are told apart; all else belongs to what called it. */
const PARTS = new Set([
  ...['EventDispatch', 'FunctionCall', 'EvaluateScript', 'TimerFire', 'FireAnimationFrame'],
  ...['RunMicrotasks', 'UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit'],
  ...['MinorGC', 'MajorGC', 'ParseHTML', 'HitTest', 'HandlePostMessage', 'IntersectionObserver'],
  ...['UpdateLayer', 'Animation', 'Accessibility', 'FireIdleCallback']
]);

/**
 * @param mark what the names of the marks begin with
 * @returns tasks above FRAME milliseconds after the first mark, in their order
 */
export function tasksOf(trace: Buffer, mark: string): Task[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const marks = traceEvents
    .filter(({ name, cat }) => cat.includes('blink.user_timing') && name.startsWith(mark))
    .sort(byTime);
  const [first] = marks;
  if (!first) throw new Error('The trace holds no mark of the session.');
  const own = traceEvents
    .filter(({ pid, tid, ph }) => pid === first.pid && tid === first.tid && ph === 'X')
    .sort((a, b) => byTime(a, b) || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks = own.filter(
    ({ name, ts, dur = 0 }) => /RunTask$/.test(name) && ts + dur > first.ts && dur > FRAME * 1000
  );
  const outer = tasks.filter(
    (task) => !tasks.some((other) => other !== task && holds(other, task))
  );
  return outer
    .map((task) => ({
      step: (marks.findLast(({ ts }) => ts <= task.ts) ?? first).name.slice(mark.length),
      cpu: (task.tdur ?? task.dur ?? 0) / 1000,
      wall: (task.dur ?? 0) / 1000,
      parts: partsOf(own.filter((event) => holds(task, event) && PARTS.has(event.name)))
    }))
    .filter(({ cpu }) => cpu > FRAME);
}

const byTime = (a: TraceEvent, b: TraceEvent) => a.ts - b.ts;
const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;
const holds = (outer: TraceEvent, inner: TraceEvent) =>
  outer !== inner && outer.ts <= inner.ts && endOf(inner) <= endOf(outer);

/** @param events nested, in their order */
function partsOf(events: TraceEvent[]): [string, number][] {
  const sums = new Map<string, number>();
  const add = (name: string, us: number) => sums.set(name, (sums.get(name) ?? 0) + us / 1000);
  const open: TraceEvent[] = [];
  for (const event of events) {
    while (open.length > 0 && endOf(open.at(-1)!) <= event.ts) open.pop();
    const us = event.tdur ?? event.dur ?? 0;
    add(event.name, us);
    const around = open.at(-1);
    if (around) add(around.name, -us);
    open.push(event);
  }
  return [...sums].filter(([, ms]) => ms >= 1).sort(([, a], [, b]) => b - a);
}
