import { searchPlaces } from '$lib/domain/register.ts';
import { answer, ApiError, json, otherMethods } from '$lib/server/api.ts';
import { current } from '$lib/server/snapshots.ts';
import type { RequestHandler } from './$types';

const MAX_QUERY = 100;

/** Gemeinden, Landkreise and Länder by name or postcode: `?q=`, at most 20. */
export const GET: RequestHandler = ({ request, url }) =>
  answer(async () => {
    const query = url.searchParams.get('q') ?? '';
    if (query.length > MAX_QUERY)
      throw new ApiError(
        400,
        'bad_parameters',
        'Der Suchbegriff ist zu lang.',
        'The search term is too long.',
        [{ parameter: 'q', value: query.slice(0, MAX_QUERY), reason: 'too_long' }]
      );
    const { register, dataset } = await current();
    const { authorities } = dataset;
    const recorded = new Set(authorities.id);
    return json(request, {
      places: searchPlaces(register, query).map((place) => ({
        ...place,
        /** Whether any partnership is recorded: none does not mean that there is none. */
        recorded: recorded.has(place.id)
      }))
    });
  });

export const fallback: RequestHandler = otherMethods;
