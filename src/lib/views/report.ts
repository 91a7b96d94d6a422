/**
 * "Fehler melden": a mail that already says which entry, at which address, of which snapshot.
 *
 * Contract: pure; RFC 6068 (everything percent-encoded, lines end in CRLF); sends nothing itself.
 */
import { formatDate } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';

/** What is reported, and where it can be seen. */
export interface Subject {
  /** `a…`, `p…` or `t…`. */
  id: string;
  name: string;
  /** Absolute address of the page. */
  address: string;
}

export interface Reporting {
  /** Mail address of the operator; '' = not configured. */
  contact: string;
  version: number;
  /** ISO timestamp. */
  publishedAt: string;
  locale: Locale;
}

/** @returns a `mailto:` address, or '' where no mail is configured */
export function reportLink({ id, name, address }: Subject, reporting: Reporting): string {
  const { contact, version, publishedAt, locale } = reporting;
  if (contact === '') return '';
  const say = { locale };
  const date = formatDate(publishedAt, locale);
  const lines = [
    m.report_body_what({ name, id }, say),
    m.report_body_address({ address }, say),
    m.report_body_stand({ version: String(version), date }, say),
    '',
    m.report_body_ask({}, say),
    ''
  ];
  const subject = encodeURIComponent(m.report_subject({ name, id }, say));
  return `mailto:${encodeMail(contact)}?subject=${subject}&body=${encodeURIComponent(lines.join('\r\n'))}`;
}

/** The address itself may hold characters that would end it. */
const encodeMail = (mail: string) => encodeURIComponent(mail).replaceAll('%40', '@');
