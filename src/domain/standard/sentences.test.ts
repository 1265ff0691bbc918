import { describe, expect, test } from 'vitest'
import { sentencesOf } from './sentences.ts'

const text = ` 1.  Serviceloven § 104 – tilbud

Kommunen skal tilbyde samvær til dem, der
har brug for det

 1.1. Formål
Formålet er:

• At man ser andre
• At man øver sig.

2.1. Tid
Der er op til 6 uger, og det siges, hvis det bliver
senere. Der er ikke frit valg.
`

describe('the sentence of a quote', () => {
  test('is the quote where it is a whole sentence, without the heading above it', () => {
    expect(sentencesOf(text, ['Kommunen skal tilbyde samvær til dem, der har brug for det'])).toEqual([
      'Kommunen skal tilbyde samvær til dem, der har brug for det',
    ])
  })

  test('is put together of the clauses that share it', () => {
    const whole = 'Der er op til 6 uger, og det siges, hvis det bliver senere.'
    expect(
      sentencesOf(text, [
        'Der er op til 6 uger,',
        'og det siges, hvis det bliver senere.',
        'Der er ikke frit valg.',
      ]),
    ).toEqual([whole, whole, 'Der er ikke frit valg.'])
  })

  test('has the words that lead into its list, for every item', () => {
    const first = 'Kommunen skal tilbyde samvær til dem, der har brug for det'
    expect(sentencesOf(text, [first, 'At man ser andre', 'At man øver sig.'])).toEqual([
      first,
      'Formålet er: At man ser andre',
      'Formålet er: At man øver sig.',
    ])
  })

  test('is the whole of it for a clause that quotes a part of what the one before quoted', () => {
    const whole = 'Der er op til 6 uger, og det siges, hvis det bliver senere.'
    expect(sentencesOf(text, [whole, 'hvis det bliver senere.'])).toEqual([whole, whole])
  })

  test('must stand in the text', () => {
    expect(() => sentencesOf(text, ['Der er frit valg.'])).toThrow('Der er frit valg.')
  })
})
