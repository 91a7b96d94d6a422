/** Who runs this installation: from the environment, visibly missing when unset. */
import { env } from '$env/dynamic/private';

export interface Operator {
  name: string;
  address: string;
  mail: string;
}

/** OPERATOR_NAME, OPERATOR_ADDRESS (lines by `|`), OPERATOR_MAIL; '' where unset. */
export function operator(): Operator {
  return {
    name: env.OPERATOR_NAME ?? '',
    address: env.OPERATOR_ADDRESS ?? '',
    mail: env.OPERATOR_MAIL ?? ''
  };
}
