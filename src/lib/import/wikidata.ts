/** Layer `wikidata-2017`: germany.tsv, twinned bodies (P190), origin always German. */
import { position } from './distance.ts';
import { readTable } from './table.ts';
import { faultOf, keyMaker, type Tie } from './ties.ts';

const COLUMNS = [
  'origincityLabel',
  'originlat',
  'originlong',
  'originpopulation',
  'sistercityLabel',
  'destinationlat',
  'destinationlong',
  'destinationpopulation',
  'destination_countryLabel'
] as const;

/** Reads the export; every row becomes a tie. @throws {InputError} */
export function readWikidata(text: string): Tie[] {
  const key = keyMaker();
  return readTable(text, {
    file: 'germany.tsv',
    columns: COLUMNS,
    delimiter: '\t',
    quotes: false,
    names: ['origincityLabel', 'sistercityLabel']
  }).map((row) => {
    const c = row.cells;
    return {
      layer: 'wikidata-2017',
      file: 'germany.tsv',
      row: row.number,
      raw: row.raw,
      // A position tells homonyms apart: Wikidata has an item each, the export has no QID.
      key: key(
        c.origincityLabel,
        near(c.originlat, c.originlong),
        c.sistercityLabel,
        near(c.destinationlat, c.destinationlong),
        c.destination_countryLabel
      ),
      german: {
        label: c.origincityLabel,
        country: 'DE',
        official: '',
        hint: position(c.originlong, c.originlat),
        population: Number(c.originpopulation) || null
      },
      partner: {
        label: c.sistercityLabel,
        country: c.destination_countryLabel,
        official: '',
        hint: position(c.destinationlong, c.destinationlat),
        population: Number(c.destinationpopulation) || null
      },
      fact: null,
      fault: faultOf(row)
    };
  });
}

const near = (lat: string, lon: string) => `${Number(lat).toFixed(2)},${Number(lon).toFixed(2)}`;
