/**
 * Where a row of the further lists belongs: its German body, its place abroad, and the partnership
 * of the two if one is recorded.
 *
 * Contract: pure. A body needs an official key, or the unique name of a Verbandsgemeinde; a place
 * abroad is identified among the body's own partners first, then by the matching of partners. What is
 * not identified keeps its name as text. No partner and no partnership is ever made here.
 */
import { countryOf, type Countries } from './countries.ts';
import type { Outcome, Partnership } from './assemble.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { GermanIndex } from './german.ts';
import { push } from './members.ts';
import { fold } from './names.ts';
import { matchPartner, ownName, spellings } from './partners.ts';
import type { Body, Register } from './register.ts';
import type { Aliases } from './resolve.ts';
import type { Side } from './ties.ts';

export interface Abroad {
  country: string | null;
  /** Key of a partner that the atlas knows; null: only named. */
  partner: string | null;
  /** Key of the partnership with the body. */
  partnership: string | null;
  evidence: string;
}

export interface Whereabouts {
  body(official: string, label: string): { body: Body | null; reason: string; detail: string };
  abroad(body: Body | null, name: string, country: string, operator?: boolean): Abroad;
}

export interface Known {
  register: Register;
  countries: Countries;
  index: GermanIndex;
  gazetteer: Gazetteer;
  aliases: Aliases;
  partnerships: readonly Partnership[];
  outcomes: readonly Outcome[];
}

interface Candidate {
  partner: string;
  names: Set<string>;
  exact: Set<string>;
}

export function whereabouts(known: Known): Whereabouts {
  const { index, countries, gazetteer, aliases } = known;
  const unions = unionsByName(known.register);
  const ties = new Map<string, Partnership[]>();
  const partners = new Set<string>();
  for (const partnership of known.partnerships)
    for (const { body } of partnership.members)
      for (const { foreign } of partnership.members) {
        if (!body || !foreign) continue;
        partners.add(foreign.key);
        push(ties, `${body.key}~${foreign.key}`, partnership);
      }
  const candidates = candidatesOf(known);

  const tieOf = (body: Body | null, partner: string, operator: boolean) => {
    const list = body ? (ties.get(`${body.key}~${partner}`) ?? []) : [];
    return (list.find((tie) => tie.operator === operator) ?? list[0])?.key ?? null;
  };
  const own = (body: Body, name: string, country: string): string | null => {
    const list = candidates.get(`${body.key}|${country}`) ?? [];
    const exact = list.filter((candidate) => candidate.exact.has(fold(name)));
    const wanted = namesOf(name);
    const like = list.filter((candidate) => wanted.some((n) => candidate.names.has(n)));
    const keys = new Set((exact.length ? exact : like).map((candidate) => candidate.partner));
    return keys.size === 1 ? [...keys][0]! : null;
  };
  const anywhere = (name: string, country: string): string | null => {
    const alias = aliases.get(`${country}|${fold(name)}`)?.key;
    const found = matchPartner(side(name, country, ''), country, gazetteer);
    const keys = [alias, found.place && `geonames:${found.place.id}`, ownKey(country, name)];
    return keys.find((key) => key && partners.has(key)) ?? null;
  };

  return {
    body(official, label) {
      const union = official ? undefined : unions(label);
      if (!official && !union) return { body: null, reason: 'german_no_key', detail: label };
      const found = index.match(side(label, 'DE', union ? `ars:${union.ars}` : official));
      return found.body
        ? { body: found.body, reason: '', detail: found.evidence }
        : { body: null, reason: found.reason, detail: found.detail };
    },
    abroad(body, name, label, operator = false) {
      const country = countryOf(countries, label, name, null);
      const nothing = { country, partner: null, partnership: null, evidence: 'named only' };
      if (!country || !name) return nothing;
      for (const part of [name, ...name.split(/; | und /)]) {
        const mine = body && own(body, part, country);
        const partner = mine ?? anywhere(part, country);
        if (partner)
          return {
            country,
            partner,
            partnership: tieOf(body, partner, operator),
            evidence:
              (mine ? 'a partner of this body' : 'a known partner') +
              (part === name ? '' : `, first found of several: ${part}`)
          };
      }
      return nothing;
    }
  };
}

const ownKey = (country: string, name: string) => `own:${country}|${ownName(name)}`;

const namesOf = (label: string): string[] => [...spellings(label), ownName(label)];

function candidatesOf({ outcomes, gazetteer }: Known): Map<string, Candidate[]> {
  const found = new Map<string, Candidate[]>();
  for (const { row, partnership } of outcomes) {
    const body = partnership?.members.find((member) => member.body)?.body;
    const foreign = partnership?.members.find((member) => member.foreign)?.foreign;
    if (!body || !foreign) continue;
    const place = foreign.place ? gazetteer.names(foreign.place.id).map(fold) : [];
    push(found, `${body.key}|${foreign.country}`, {
      partner: foreign.key,
      names: new Set([...namesOf(row.tie.partner.label), ...place]),
      exact: new Set([fold(row.tie.partner.label)])
    });
  }
  return found;
}

/** `VG Lambrecht` -> the one Verbandsgemeinde of that name (`Lambrecht (Pfalz)`). */
function unionsByName(register: Register): (label: string) => Body | undefined {
  const plain = (name: string) => fold(name.replace(/^(VG|Verbandsgemeinde) /, ''));
  const names = new Map<string, Body[]>();
  for (const body of register.byArs.values())
    for (const name of new Set([plain(body.name), plain(body.name.replace(/ \(.+\)$/, ''))]))
      push(names, name, body);
  return (label) => {
    const found = /^(VG|Verbandsgemeinde) /.test(label) ? (names.get(plain(label)) ?? []) : [];
    return found.length === 1 ? found[0] : undefined;
  };
}

const side = (label: string, country: string, official: string): Side => ({
  label,
  country,
  hint: null,
  population: null,
  official
});
