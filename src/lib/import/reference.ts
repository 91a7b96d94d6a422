/**
 * Reference tables as database rows: goals, targets, topics, spellings, programme rules.
 *
 * Contract: pure; field names are those of the tables, so that a row can be written as it is.
 */
import { PROGRAMMES, type Programme } from '../domain/model.ts';
import { list } from './facts.ts';
import { fold } from './names.ts';
import { readTable } from './table.ts';

export interface GoalRow {
  goal: number;
  colour: string;
  short_de: string;
  short_en: string;
  title_de: string;
  title_en: string;
}
export interface TargetRow {
  id: string;
  goal: number;
  text_de: string;
  text_en: string;
}
export interface TopicRow {
  id: string;
  name_de: string;
  name_en: string;
  goals_main: number[];
  goals_significant: number[];
  targets: string[];
  rationale: string;
  rationale_de: string;
}
export interface SpellingRow {
  spelling: string;
  topic_id: string | null;
  reason: string;
}
export interface RuleRow {
  id: string;
  name_de: string;
  name_en: string;
  programme: Programme | null;
  goals_main: number[];
  goals_significant: number[];
  rationale: string;
  rationale_de: string;
  source_url: string;
  valid_from: string;
  valid_to: string;
  spellings: string[];
}

export interface Reference {
  goals: GoalRow[];
  targets: TargetRow[];
  topics: TopicRow[];
  spellings: SpellingRow[];
  rules: RuleRow[];
}

interface SdgFile {
  goals: {
    goal: number;
    farbe: string;
    kurz_de: string;
    kurz_en: string;
    titel_de: string;
    titel_en: string;
  }[];
  targets: { target: string; goal: number; text_de: string; text_en: string }[];
}

/**
 * Reads the files.
 * @throws {InputError} when a table has the wrong shape
 * @throws {Error} when a German reason names no rule
 */
export function readReference(files: {
  sdg: string;
  topics: string;
  spellings: string;
  rules: string;
  reasons: string;
}): Reference {
  const sdg = JSON.parse(files.sdg) as SdgFile;
  const german = germanReasons(files.reasons);
  const reference: Reference = {
    goals: sdg.goals.map((g) => ({
      goal: g.goal,
      colour: g.farbe,
      short_de: g.kurz_de,
      short_en: g.kurz_en,
      title_de: g.titel_de,
      title_en: g.titel_en
    })),
    targets: sdg.targets.map((t) => ({
      id: t.target,
      goal: t.goal,
      text_de: t.text_de,
      text_en: t.text_en
    })),
    topics: readTable(files.topics, {
      file: 'topics.csv',
      columns: [
        'id',
        'name_de',
        'name_en',
        'goals_main',
        'goals_significant',
        'targets',
        'rationale_en'
      ] as const
    }).map(({ cells: c }) => ({
      id: c.id,
      name_de: c.name_de,
      name_en: c.name_en,
      goals_main: list(c.goals_main).map(Number),
      goals_significant: list(c.goals_significant).map(Number),
      targets: list(c.targets),
      rationale: c.rationale_en,
      rationale_de: german(`topic ${c.id}`)
    })),
    spellings: readTable(files.spellings, {
      file: 'topic_spellings.csv',
      columns: ['spelling', 'topic_id', 'reason'] as const
    }).map(({ cells: c }) => ({
      spelling: c.spelling,
      topic_id: c.topic_id || null,
      reason: c.reason
    })),
    rules: readRules(files.rules, german)
  };
  const [stale] = german.unused();
  if (stale) throw new Error(`rule_reasons_de.csv: there is no ${stale}`);
  return reference;
}

/** Reasons by `kind id`, '' where none is written; what was never asked for is left over. */
function germanReasons(text: string): ((rule: string) => string) & { unused(): string[] } {
  const reasons = new Map(
    readTable(text, {
      file: 'rule_reasons_de.csv',
      columns: ['kind', 'id', 'rationale_de'] as const
    }).map(({ cells: c }) => [`${c.kind} ${c.id}`, c.rationale_de])
  );
  const asked = new Set<string>();
  const of = (rule: string) => {
    asked.add(rule);
    return reasons.get(rule) ?? '';
  };
  return Object.assign(of, {
    unused: () => [...reasons.keys()].filter((rule) => !asked.has(rule))
  });
}

function readRules(text: string, german: (rule: string) => string): RuleRow[] {
  return readTable(text, {
    file: 'programme_rules.csv',
    columns: [
      'id',
      'name_de',
      'name_en',
      'goals_main',
      'goals_significant',
      'rationale',
      'source_url',
      'valid_from',
      'valid_to',
      'partnership_type',
      'spellings_in_facts'
    ] as const
  }).map(({ cells: c }) => ({
    id: c.id,
    name_de: c.name_de,
    name_en: c.name_en,
    programme: PROGRAMMES.find((programme) => programme === c.partnership_type) ?? null,
    goals_main: list(c.goals_main).map(Number),
    goals_significant: list(c.goals_significant).map(Number),
    rationale: c.rationale,
    rationale_de: german(`programme ${c.id}`),
    source_url: c.source_url,
    valid_from: c.valid_from,
    valid_to: c.valid_to,
    spellings: c.spellings_in_facts.split('|').filter(Boolean)
  }));
}

/** Look-ups over the reference that the facts need; spellings compare folded. */
export interface Lookup {
  /** Topic of a spelling; null: deliberately none; undefined: spelling not known. */
  topic(spelling: string): string | null | undefined;
  /** Rules a programme cell and a type answer to: rule id -> is it the row's own type? */
  rules(programme: string, type: string): Map<string, boolean>;
}

export function lookup(reference: Reference): Lookup {
  const topics = new Map(reference.spellings.map((s) => [fold(s.spelling), s.topic_id]));
  const bySpelling = new Map<string, string>();
  const byType = new Map<string, string>();
  for (const rule of reference.rules) {
    if (rule.programme) byType.set(rule.programme, rule.id);
    for (const spelling of rule.spellings) bySpelling.set(fold(spelling), rule.id);
  }
  return {
    topic: (spelling) => topics.get(fold(spelling)),
    rules(programme, type) {
      const found = new Map<string, boolean>();
      for (const part of list(programme)) {
        const id = bySpelling.get(fold(part));
        if (id) found.set(id, false);
      }
      const own = byType.get(type);
      if (own) found.set(own, true);
      return found;
    }
  };
}
