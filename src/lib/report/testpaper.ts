/** Test support: a small paper with a block of every kind. */
import type { Paper } from './paper.ts';

export const testPaper = (): Paper => ({
  locale: 'de',
  title: 'Vorlage (Entwurf)',
  snapshot: { version: 3, publishedAt: '2026-11-22T10:00:00Z' },
  query: 'sdg=6',
  source: 'Partnerschaftsatlas, Stand 22.11.2026 (Nr. 3)',
  sections: [
    {
      id: 'betreff',
      title: 'Betreff',
      blocks: [
        {
          ...{ kind: 'text', id: 'betreff', on: true, label: 'Betreff' },
          text: 'Wasser & **Abwasser**\n\n1. prüfen\n2. berichten\n\n# kein Titel | <x>',
          draft: 'Wasser'
        }
      ]
    },
    {
      id: 'sachverhalt',
      title: 'Sachverhalt',
      blocks: [
        {
          ...{ kind: 'table', id: 't', on: true, caption: 'Gemeinden', note: 'Nur Zahlen.' },
          address: '/?sdg=6&stand=3',
          columns: [
            { title: 'Land', number: false },
            { title: 'Zahl', number: true }
          ],
          rows: [
            [
              { text: 'Sachsen', url: 'https://example.org/s' },
              { text: '4', url: '' }
            ],
            [
              { text: 'Bremen', url: '' },
              { text: '2', url: '' }
            ]
          ]
        },
        {
          ...{ kind: 'chart', id: 'c', on: true, caption: 'Karte', address: '/?sdg=6&stand=3' },
          picture: '/bild/karte.png?sdg=6&stand=3',
          alt: 'Karte mit 6 Strömen'
        },
        {
          ...{ kind: 'list', id: 'l', on: true, caption: 'Beispiele', address: '/', note: '' },
          items: [{ title: 'Ort', text: 'tut etwas', url: '/methode' }]
        },
        {
          ...{ kind: 'list', id: 'weg', on: false, caption: 'Bleibt weg', address: '/', note: '' },
          items: []
        }
      ]
    }
  ]
});

/** 2 x 1 pixels. */
export const TEST_PNG = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGPgikr5f8JGpAEADp4DYHcen78AAAAASUVORK5CYII='
  ),
  (letter) => letter.charCodeAt(0)
);
