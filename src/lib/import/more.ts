/**
 * Everything of the seed beside partnerships: memberships, examples, requests, actors, funding,
 * goals under review, territorial changes. Read together, because they share what is known.
 *
 * Contract: pure; every row of every file is in exactly one list, with its outcome.
 */
import { readActors, type Actor } from './actors.ts';
import { readChanges, type Change } from './changes.ts';
import type { Entry } from './entries.ts';
import { readExamples, type Example } from './examples.ts';
import { readFunding, type Funding } from './funding.ts';
import { readMemberships, readNetworks, type Membership, type Network } from './memberships.ts';
import { lookup, type Reference } from './reference.ts';
import type { Body } from './register.ts';
import { readRequests, type PartnerRequest } from './requests.ts';
import { readReviews, type Review } from './reviews.ts';
import { readTable } from './table.ts';
import type { Side } from './ties.ts';
import { whereabouts, type Known } from './whereabouts.ts';

/** Files of the seed, decoded. */
export interface MoreFiles {
  memberships1: string;
  memberships2: string;
  membershipNetworks: string;
  membershipSpellings: string;
  examples: string;
  requests: string;
  actors: string;
  funding: string;
  reviews: string;
}

export interface More {
  networks: Network[];
  memberships: Entry<Membership>[];
  examples: Entry<Example>[];
  requests: Entry<PartnerRequest>[];
  actors: Entry<Actor>[];
  funding: Entry<Funding>[];
  reviews: Entry<Review>[];
  changes: Entry<Change>[];
}

/** All rows of all lists. */
export const entriesOf = (more: More): Entry<unknown>[] => [
  ...more.memberships,
  ...more.examples,
  ...more.requests,
  ...more.actors,
  ...more.funding,
  ...more.reviews,
  ...more.changes
];

/** German bodies that the rows name; a Verbandsgemeinde becomes an authority by that. */
export const bodiesOf = (more: More): Body[] =>
  [...more.memberships, ...more.examples, ...more.actors, ...more.reviews].flatMap(
    ({ value }) => value?.body ?? []
  );

/** @throws {InputError} when a file as a whole can't be read */
export function readMore(files: MoreFiles, reference: Reference, known: Known): More {
  const where = whereabouts(known);
  const look = lookup(reference);
  return {
    networks: readNetworks(files.membershipNetworks),
    memberships: readMemberships(
      [
        ['municipality_memberships.csv', files.memberships1],
        ['municipality_memberships_2.csv', files.memberships2]
      ],
      files.membershipSpellings,
      where
    ),
    examples: readExamples(files.examples, look, where),
    requests: readRequests(files.requests, look, where),
    actors: readActors(files.actors, where),
    funding: readFunding(files.funding),
    reviews: readReviews(files.reviews, where),
    changes: readChanges(known.register)
  };
}

/** Places abroad that the gazetteer is to be asked for. */
export function moreNames(files: MoreFiles): Pick<Side, 'label' | 'country' | 'hint'>[] {
  const columns = ['partner_name', 'partner_country_iso2'] as const;
  const texts = { examples: files.examples, requests: files.requests, actors: files.actors };
  return Object.entries(texts).flatMap(([file, text]) =>
    readTable(text, { file, columns }).flatMap(({ cells }) =>
      [cells.partner_name, ...cells.partner_name.split(/; | und /)].map((label) => ({
        label,
        country: cells.partner_country_iso2,
        hint: null
      }))
    )
  );
}
