/**
 * Civil society: which organisations stand behind partnerships, by kind and place of the partner.
 *
 * Contract: pure; marks and rows of the table are the same organisation-partner pairs. What the
 * snapshot knows of organisations comes with its details: without them, the view says so.
 */
import { ACTOR_KINDS, civil, type Civil, type Organisation } from '../../domain/civil.ts';
import { derived } from '../../domain/derived.ts';
import { collator, formatNumber, shareNote } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { actorKind } from '../extras.ts';
import { named } from '../labels.ts';
import { linkToNet, webAddress } from '../links.ts';
import { authorityMember, partnerMember } from '../ties.ts';
import type { CivilDrawing } from './drawing.ts';
import type { Asked, LensView, NetTable, OptionGroup, Picked } from './lens.ts';
import { pickBase, pickedOf } from './picked.ts';

/** Below this share a dimension is said to be hardly recorded. */
const HARDLY = 0.2;

interface Found extends Civil {
  /** Places of the partners, most organisations first. */
  rows: { label: string; organisations: Organisation[] }[];
}

export function civilView(asked: Asked): LensView {
  const { dataset, details, selection, net, face, locale } = asked;
  const right = net.right ?? 'region';
  const actors = details?.extras?.actors ?? [];
  const found = arranged(asked, civil(dataset, selection, actors), right);
  const empty = found.organisations.length === 0;
  return {
    sentence: details ? sentenceOf(asked, found) : m.net_civil_loading({}, { locale }),
    notes: details ? notesOf(asked, found, right, actors.length) : [],
    options: [rightOptions(asked, right)],
    drawing: face === 'picture' && !empty ? drawingOf(asked, found) : null,
    table: face === 'table' ? tableOf(asked, found) : null,
    picked: net.picked === null ? null : pickOf(asked, found, net.picked)
  };
}

function arranged({ dataset, locale }: Asked, found: Civil, right: 'staat' | 'region'): Found {
  const { partners, countries, regions } = dataset;
  const { region } = derived(dataset);
  const placeOf = ({ partner }: Organisation): string => {
    const country = partners.country[partner]!;
    const place = right === 'staat' ? countries[country] : regions[region[country]!];
    return place ? named(place, locale) : m.net_no_region({}, { locale });
  };
  const rows = new Map<string, Organisation[]>();
  for (const one of found.organisations)
    rows.set(placeOf(one), [...(rows.get(placeOf(one)) ?? []), one]);
  const { compare } = collator(locale);
  return {
    ...found,
    rows: [...rows]
      .map(([label, organisations]) => ({
        label,
        organisations: organisations.sort((a, b) => compare(a.actor.name, b.actor.name))
      }))
      .sort((a, b) => b.organisations.length - a.organisations.length || compare(a.label, b.label))
  };
}

function sentenceOf({ selection, locale }: Asked, { organisations, known, names, rows }: Found) {
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const all = selection.rows.length;
  if (all === 0) return m.sentence_none({}, say);
  if (known === 0) return m.net_civil_nobody({ count: all, shown: number(all) }, say);
  const share = known / all;
  const [kind] = ACTOR_KINDS.map((one) => ({
    one,
    count: organisations.filter((organisation) => organisation.kind === one).length
  })).sort((a, b) => b.count - a.count);
  const coverage = { known: number(known), all: number(all), share: shareNote(known, all, locale) };
  return [
    share < HARDLY ? m.net_civil_hardly(coverage, say) : m.net_civil_known(coverage, say),
    m.net_civil_names(
      {
        count: names,
        shown: number(names),
        kind: actorKind(kind!.one, locale),
        kinds: number(kind!.count),
        place: rows[0]!.label,
        places: number(rows[0]!.organisations.length)
      },
      say
    )
  ].join(' ');
}

function notesOf(
  { locale }: Asked,
  { organisations }: Found,
  right: 'staat' | 'region',
  all: number
): string[] {
  const say = { locale };
  const left = all - organisations.length;
  return [
    m.net_civil_sample({}, say),
    ...(organisations.length > 0 ? [m.net_civil_reading({}, say)] : []),
    ...(left > 0
      ? [m.net_civil_left({ count: left, shown: formatNumber(left, locale) }, say)]
      : []),
    ...(right === 'region' && organisations.length > 0 ? [m.net_staaten_m49({}, say)] : [])
  ];
}

function rightOptions({ here, locale }: Asked, right: 'staat' | 'region'): OptionGroup {
  const say = { locale };
  return {
    label: m.net_right({}, say),
    choices: [
      { value: 'region' as const, label: m.net_right_region({}, say) },
      { value: 'staat' as const, label: m.net_right_staat({}, say) }
    ].map(({ value, label }) => ({
      label,
      href: linkToNet(here, { right: value === 'region' ? null : value, picked: null }),
      current: value === right
    }))
  };
}

function drawingOf(asked: Asked, { organisations, rows }: Found): CivilDrawing {
  const { locale, net } = asked;
  const kinds = ACTOR_KINDS.filter((kind) => organisations.some((one) => one.kind === kind));
  return {
    kind: 'civil',
    title: m.net_civil_title({}, { locale }),
    pick: pickBase(asked),
    picked: net.picked,
    rows: rows.map((row) => ({ label: row.label, total: row.organisations.length })),
    columns: kinds.map((id) => ({
      id,
      label: actorKind(id, locale),
      total: organisations.filter(({ kind }) => kind === id).length
    })),
    // Cell by cell, as the eye reads.
    units: rows.flatMap((line, row) =>
      kinds.flatMap((id, column) =>
        line.organisations
          .filter(({ kind }) => kind === id)
          .map((one) => ({
            id: one.actor.id,
            row,
            column,
            name: one.actor.name,
            words: m.net_civil_mark(
              { name: one.actor.name, about: aboutOf(asked, one) },
              { locale }
            )
          }))
      )
    )
  };
}

function aboutOf({ dataset, locale }: Asked, { actor, kind, authority, partner }: Organisation) {
  const abroad = partnerMember(dataset, partner, locale);
  const say = { locale };
  const words = m.net_civil_about(
    {
      kind: actorKind(kind, locale),
      body: authorityMember(dataset, authority).name,
      partner: abroad.name,
      country: abroad.where
    },
    say
  );
  return actor.since === null
    ? words
    : `${words}, ${m.net_civil_since({ year: String(actor.since) }, say)}`;
}

function tableOf(asked: Asked, { rows }: Found): NetTable {
  const { dataset, locale } = asked;
  const say = { locale };
  const base = pickBase(asked);
  const label = (text: string, numeric = false) => ({ label: text, numeric });
  return {
    caption: m.net_civil_title({}, say),
    columns: [
      label(m.net_civil_organisation({}, say)),
      label(m.method_kind({}, say)),
      label(m.net_civil_body({}, say)),
      label(m.net_column_partner({}, say)),
      label(m.column_country({}, say)),
      label(m.net_column_ties({}, say), true)
    ],
    rows: rows.flatMap(({ organisations }) =>
      organisations.map(({ actor, kind, authority, partner, rows: ties }) => {
        const abroad = partnerMember(dataset, partner, locale);
        return {
          id: actor.id,
          cells: [
            actor.name,
            actorKind(kind, locale),
            authorityMember(dataset, authority).name,
            abroad.name,
            abroad.where,
            ties.length
          ],
          href: base + actor.id
        };
      })
    )
  };
}

function pickOf(asked: Asked, { organisations }: Found, id: string): Picked {
  const { locale } = asked;
  const one = organisations.find(({ actor }) => actor.id === id);
  if (!one) return pickedOf(asked, id, m.net_picked_unknown({}, { locale }), [], null);
  const { actor, rows } = one;
  return {
    ...pickedOf(asked, id, actor.name, rows, null),
    organisation: { about: aboutOf(asked, one), note: actor.note, url: webAddress(actor.url) }
  };
}
