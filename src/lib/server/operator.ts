/** Who runs this installation: from the environment, visibly missing when unset. */
import { env } from '$env/dynamic/private';

export interface Operator {
  name: string;
  address: string;
  mail: string;
  /** Whether and how long addresses of readers stay in logs. */
  logs: string;
  /** By which law the site must be accessible. */
  duty: string;
  /** The body that helps where a barrier is not removed. */
  enforcement: string;
}

/** Settings of `.env.example`, '' where unset; lines by `|`. */
export function operator(): Operator {
  return {
    name: env.OPERATOR_NAME ?? '',
    address: env.OPERATOR_ADDRESS ?? '',
    mail: env.OPERATOR_MAIL ?? '',
    logs: env.OPERATOR_LOGS ?? '',
    duty: env.OPERATOR_DUTY ?? '',
    enforcement: env.OPERATOR_ENFORCEMENT ?? ''
  };
}
