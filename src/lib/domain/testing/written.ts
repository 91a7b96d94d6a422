/** Test support: a dataset written down body by body and tie by tie, to be reckoned by hand. */
import { FLAG_OPERATOR, type Dataset } from '../dataset.ts';
import { FORMS, sizeClassOf, SIZE_CLASSES, type AuthorityKind, type Form } from '../model.ts';
import type { RegisterEntry } from '../register.ts';
import { randomDataset } from './dataset.ts';
import { random } from './random.ts';

export interface WrittenBody {
  /** `a…` */
  id: string;
  land: '01' | '02';
  population: number;
  kind?: AuthorityKind;
  confirmedNone?: boolean;
}

export interface WrittenTie {
  /** Ids of bodies. */
  of: string[];
  /** Codes of countries: FR and PL in Europe, TG (LDC) in Africa; one partner each. */
  with: ('FR' | 'PL' | 'TG')[];
  goals?: number[];
  form?: Form;
  operator?: boolean;
}

const COUNTRIES = ['FR', 'PL', 'TG'];

export function written(bodies: readonly WrittenBody[], ties: readonly WrittenTie[]) {
  const base = randomDataset(random(1), 0);
  const register = bodies.map(({ id, land, population, kind = 'gemeinde' }): RegisterEntry => {
    const place = { kreis: kind === 'land' ? '' : `${land}001`, postcode: '', lon: 10, lat: 50 };
    return { id, name: `Ort ${id.slice(1).padStart(2, '0')}`, kind, land, population, ...place };
  });
  const rows = register.filter(({ id }) => ties.some(({ of }) => of.includes(id)));
  const sizeOf = (body: RegisterEntry) =>
    body.kind === 'gemeinde' ? sizeClassOf(body.population) : null;
  const gemeinden = base.laender.map(({ code }) =>
    SIZE_CLASSES.map(
      ({ id }) => register.filter((body) => body.land === code && sizeOf(body) === id).length
    )
  );
  const memberStart = [0];
  const members: number[] = [];
  for (const tie of ties) {
    members.push(
      ...tie.of.map((id) => rows.findIndex((body) => body.id === id)),
      ...tie.with.map((iso2) => ~COUNTRIES.indexOf(iso2))
    );
    memberStart.push(members.length);
  }
  const none = () => new Uint32Array(ties.length);
  const goals = Uint32Array.from(ties, (tie) =>
    (tie.goals ?? []).reduce((mask, goal) => mask | (1 << goal), 0)
  );
  const dataset: Dataset = {
    ...base,
    countries: COUNTRIES.map((iso2) => ({
      ...base.countries.find((country) => country.iso2 === iso2)!,
      ldc: iso2 === 'TG'
    })),
    authorities: {
      length: rows.length,
      id: rows.map(({ id }) => id),
      kind: rows.map(({ kind }) => kind),
      ags: rows.map(() => ''),
      name: rows.map(({ name }) => name),
      land: Uint8Array.from(rows, ({ land }) => Number(land) - 1),
      kreis: rows.map(({ kreis }) => kreis),
      population: Int32Array.from(rows, ({ population }) => population!),
      lon: new Float32Array(rows.length),
      lat: new Float32Array(rows.length)
    },
    partners: {
      length: COUNTRIES.length,
      id: COUNTRIES.map((_, i) => `p${i + 1}`),
      nameDe: COUNTRIES,
      nameEn: COUNTRIES,
      country: Uint8Array.from(COUNTRIES.keys()),
      lon: new Float32Array(COUNTRIES.length),
      lat: new Float32Array(COUNTRIES.length)
    },
    partnerships: {
      length: ties.length,
      id: ties.map((_, i) => `t${i + 1}`),
      memberStart: Uint32Array.from(memberStart),
      members: Int32Array.from(members),
      form: Uint8Array.from(ties, ({ form = 'unbekannt' }) => FORMS.indexOf(form)),
      status: new Uint8Array(ties.length),
      since: new Uint16Array(ties.length),
      programmes: new Uint8Array(ties.length),
      goals: [goals, none(), none(), none()],
      layers: new Uint8Array(ties.length).fill(1),
      flags: Uint8Array.from(ties, ({ operator }) => (operator ? FLAG_OPERATOR : 0)),
      topicStart: new Uint32Array(ties.length + 1),
      topicList: new Uint8Array()
    },
    gemeinden,
    kreisGemeinden: gemeinden,
    confirmedNone: register
      .filter(({ id }) => bodies.some((body) => body.id === id && body.confirmedNone))
      .map((body) => ({ ...body, size: sizeOf(body) }))
  };
  return { dataset, context: { register, extras: null } };
}
