/**
 * The view model of the outreach list: the picked places in the reader's order, what could be taken up
 * there, and whom they could ask.
 *
 * Contract: pure and plain, like `buildAtlas`. Needs the register; without it `items` is null. Notes
 * are no part of it: they never leave the browser.
 */
import type { Dataset } from '../../domain/dataset.ts';
import { mentorsFor, NEAR } from '../../domain/mentors.ts';
import { sizeClassOf } from '../../domain/model.ts';
import { frameworkOf } from '../../domain/potentials.ts';
import { select, type Selection } from '../../domain/selection.ts';
import { NO_RECORD } from '../../domain/states.ts';
import { registerStates } from '../../domain/whitespots.ts';
import { formatNumber } from '../../i18n/format.ts';
import { localise, type Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { DEFAULT_VIEW, serialise, type Parsed } from '../../url/codec.ts';
import { buildAtlas, type Atlas, type Data } from '../atlas.ts';
import { kreisName } from '../labels.ts';
import { linkTo, type Here } from '../links.ts';
import { mentorView, type MentorView } from './mentorwords.ts';
import { spotReasons, type SpotReason } from './spotwords.ts';
import { aboutSpot } from './white.ts';

export interface OutreachItem {
  id: string;
  name: string;
  about: string;
  /** It is no white spot (any more). */
  recorded: boolean;
  reasons: SpotReason[];
  mentors: MentorView[];
  /** '' at the ends of the list. */
  up: string;
  down: string;
  without: string;
}

export interface Outreach {
  atlas: Atlas;
  title: string;
  sentence: string;
  /** null: the register is not here. */
  items: OutreachItem[] | null;
  /** Picked ids that are no Gemeinde of this snapshot. */
  missing: string[];
  method: string;
  /** The query that a file of this list keeps. */
  query: string;
  csv: string;
  clear: string;
}

export function buildOutreach(
  data: Data,
  parsed: Parsed,
  locale: Locale,
  selection: Selection = select(data.dataset, parsed.filters)
): Outreach {
  const { filters, view } = parsed;
  const page = '/luecken/ansprache';
  const here: Here = { filters, view, locale, page };
  const { picked } = view.white;
  const query = serialise(filters, {
    ...DEFAULT_VIEW,
    snapshot: view.snapshot,
    white: view.white
  });
  const search = [query, locale === 'de' ? 'trennzeichen=semikolon' : ''].filter(Boolean).join('&');
  const found = data.register ? itemsOf(data, parsed, locale) : null;
  const items = found && found.items.map((item) => ({ ...item, ...stepsOf(here, item.id) }));
  const shown = formatNumber(picked.length, locale);
  return {
    atlas: buildAtlas(data, parsed, locale, selection, page),
    title: m.outreach_title({}, { locale }),
    sentence:
      picked.length === 0
        ? m.outreach_empty_sentence({}, { locale })
        : m.outreach_lead({ count: picked.length, shown }, { locale }),
    items,
    missing: found?.missing ?? [],
    method: m.outreach_method({ km: String(NEAR) }, { locale }),
    query,
    csv: localise(`/api/v1/mentors.csv?${search}`, locale),
    clear: linkTo(here, {}, { white: { ...view.white, picked: [] } })
  };
}

type Plain = Omit<OutreachItem, 'up' | 'down' | 'without'>;

/** The picked places without links; also for files. */
export function itemsOf(
  { dataset, details, register }: Data,
  { filters, view }: Parsed,
  locale: Locale
): { items: Plain[]; missing: string[] } {
  const { picked, radius } = view.white;
  if (picked.length === 0) return { items: [], missing: [] };
  const extras = details?.extras ?? null;
  const framework = frameworkOf(dataset, filters, { register: register!, extras }, radius);
  const mentors = mentorsFor(dataset, filters);
  const stateOf = registerStates(dataset, filters);
  const wanted = new Set(picked);
  const entries = new Map(
    register!.filter(({ id }) => wanted.has(id)).map((entry) => [entry.id, entry])
  );
  const items: Plain[] = [];
  const missing: string[] = [];
  for (const id of picked) {
    const entry = entries.get(id);
    const size = entry?.kind === 'gemeinde' ? sizeClassOf(entry.population) : null;
    if (!entry || size === null) {
      missing.push(id);
      continue;
    }
    const spot = { ...entry, size, population: entry.population! };
    items.push({
      id,
      name: entry.name,
      about: `${aboutSpot(spot, locale)} · ${whereOf(dataset, entry, locale)}`,
      recorded: stateOf(id) !== NO_RECORD,
      reasons: spotReasons(dataset, extras, spot, framework.potentialOf(spot), locale),
      mentors: mentors(spot).map((mentor) => mentorView(dataset, mentor, locale))
    });
  }
  return { items, missing };
}

function whereOf(
  { kreise, laender }: Dataset,
  { kreis, land }: { kreis: string; land: string },
  locale: Locale
): string {
  const own = kreise.find(({ code }) => code === kreis)?.name ?? '';
  const names = [kreisName(own, locale), laender.find(({ code }) => code === land)?.name];
  return names.filter(Boolean).join(', ');
}

function stepsOf(here: Here, id: string) {
  const { white } = here.view;
  const at = white.picked.indexOf(id);
  const to = (picked: string[]) => linkTo(here, {}, { white: { ...white, picked } });
  const swapped = (a: number, b: number) => {
    const next = [...white.picked];
    [next[a], next[b]] = [next[b]!, next[a]!];
    return to(next);
  };
  return {
    up: at > 0 ? swapped(at, at - 1) : '',
    down: at < white.picked.length - 1 ? swapped(at, at + 1) : '',
    without: to(white.picked.filter((one) => one !== id))
  };
}
