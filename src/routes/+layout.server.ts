import { operator } from '$lib/server/operator.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = () => ({ operator: operator() });
