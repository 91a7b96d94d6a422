import { expect, it } from 'vitest';
import { answer, ApiError } from './api.ts';
import { allowance, networkOf, RateLimit } from './ratelimit.ts';

const from = (address: string) => ({ getClientAddress: () => address });
const passes = (limit: RateLimit, address: string): Promise<boolean> =>
  limit.take(from(address)).then(
    () => true,
    (error: unknown) => {
      expect(error).toBeInstanceOf(ApiError);
      return false;
    }
  );

it('lets pass exactly as often as allowed, each client for itself', async () => {
  const limit = new RateLimit(3);
  const tries: boolean[] = [];
  for (let i = 0; i < 5; i++) tries.push(await passes(limit, '192.0.2.1'));
  expect(tries).toEqual([true, true, true, false, false]);
  expect(await passes(limit, '192.0.2.2')).toBe(true);
});

it('lets nobody pass more often by asking at once', async () => {
  const limit = new RateLimit(3);
  const tries = await Promise.all(Array.from({ length: 9 }, () => passes(limit, '192.0.2.1')));
  expect(tries.filter(Boolean)).toHaveLength(3);
});

it('says in both languages when to come again', async () => {
  const limit = new RateLimit(1);
  await limit.take(from('192.0.2.1'));
  const refused = await answer(async () => {
    await limit.take(from('192.0.2.1'));
    return new Response('drawn');
  });
  expect(refused.status).toBe(429);
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(60);
  const { error } = (await refused.json()) as { error: Record<string, string> };
  expect(error.message_de).toContain(`${wait} s`);
  expect(error.message_en).toContain(`${wait} s`);
});

it('knows no limit at 0', async () => {
  const limit = new RateLimit(0);
  for (let i = 0; i < 5; i++) expect(await passes(limit, '192.0.2.1')).toBe(true);
});

it('counts those together whose address is not known', async () => {
  const limit = new RateLimit(1);
  const nobody = {
    getClientAddress: (): string => {
      throw new Error('Address header is absent');
    }
  };
  await limit.take(nobody);
  await expect(limit.take(nobody)).rejects.toBeInstanceOf(ApiError);
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:0DB8:0:0042:ffff::9', '2001:db8:0:42'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0']
])('takes %s for %s', (address, network) => expect(networkOf(address)).toBe(network));

it.each([
  [undefined, 60],
  ['', 60],
  ['viele', 60],
  ['-1', 60],
  ['0', 0],
  ['600', 600]
])('reads the setting %s as %d', (setting, most) => expect(allowance(setting, 60)).toBe(most));
