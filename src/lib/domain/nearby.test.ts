import { expect, it } from 'vitest';
import { km } from './geo.ts';
import { nearbyOf } from './nearby.ts';
import { random } from './testing/random.ts';

it('finds exactly what looking at every point finds, nearest first', () => {
  const r = random(7);
  const point = () => ({ lon: 6 + r.below(9000) / 1000, lat: 47 + r.below(8000) / 1000 });
  const points = [...Array.from({ length: 400 }, point), { lon: NaN, lat: 50 }];
  const nearby = nearbyOf(points);
  for (const reach of [0, 3, 10, 25, 50, 180])
    for (let i = 0; i < 40; i++) {
      const from = i % 2 ? point() : points[i]!;
      const expected = points
        .map(({ lon, lat }, at) => ({ at, km: km([from.lon, from.lat], [lon, lat]) }))
        .filter((hit) => hit.km <= reach)
        .sort((a, b) => a.km - b.km || a.at - b.at);
      expect(nearby.within(from, reach)).toEqual(expected);
      expect(nearby.any(from, reach)).toBe(expected.length > 0);
    }
});
