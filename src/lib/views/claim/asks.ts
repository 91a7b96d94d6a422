/** Codes of partnerships as words within a sentence; `labels.ts` has them as labels. */
import type { Basis, Form, Programme, Status } from '../../domain/model.ts';
import { m } from '../../i18n/paraglide/messages.js';

export const programmeNouns = {
  klimapartnerschaft: m.claim_noun_klima,
  nachhaltigkeitspartnerschaft: m.claim_noun_nachhaltigkeit,
  solidaritaetspartnerschaft: m.claim_noun_solidaritaet,
  betreiberpartnerschaft: m.claim_noun_betreiber,
  laenderpartnerschaft: m.claim_noun_laender
} satisfies Record<Programme, unknown>;

export const formNouns = {
  partnerschaft: m.claim_form_partnerschaft,
  freundschaft: m.claim_form_freundschaft,
  kontakt: m.claim_form_kontakt,
  projektpartnerschaft: m.claim_form_projektpartnerschaft
} satisfies Record<Exclude<Form, 'unbekannt'>, unknown>;

export const statusAdjectives = {
  aktiv: m.claim_status_aktiv,
  ruhend: m.claim_status_ruhend,
  beendet: m.claim_status_beendet,
  in_anbahnung: m.claim_status_in_anbahnung
} satisfies Record<Exclude<Status, 'unbekannt'>, unknown>;

export const basisNouns = {
  source: m.claim_basis_source,
  editor: m.claim_basis_editor,
  programme: m.claim_basis_programme,
  topic: m.claim_basis_topic
} satisfies Record<Basis, unknown>;
