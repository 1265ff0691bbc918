import { z } from 'zod'
import { caseRule, dueInWorkingDays, metBy } from '../../standard/rule.ts'
import { isOral } from '../application/events.ts'

const none = z.object({})

/**
 * What is heard is written down as soon as possible (OFL § 13): an oral application, hearing answer or complaint, and every
 * call and conversation that a note tells of. What is written later counts as late.
 */
export const notedSoon = caseRule(none, (file, _, { parameters }) => {
  const oral = [
    ...(isOral(file.channel) ? [file.received] : []),
    ...file.proceedings
      .flatMap((p) => p.hearings)
      .flatMap((h) => (h.answered && isOral(h.answered.channel) ? [h.answered] : [])),
    ...file.complaints.flatMap((c) => [c, ...c.supplements]).filter(({ channel }) => isOral(channel)),
  ]
  const written = file.notes.filter(
    (n) => n.writesDown === undefined && (n.kind === 'phoneCall' || n.kind === 'conversation'),
  )
  return [
    ...oral.map((fact) => ({ fact, note: file.notes.find((n) => n.writesDown === fact.seq) })),
    ...written.map((note) => ({ fact: note, note })),
  ].map(({ fact, note }) => ({
    about: `note-${fact.seq}`,
    triggeredOn: fact.on,
    arisesOn: fact.on,
    ...dueInWorkingDays(fact.on, parameters.noteWorkingDays),
    ...metBy(note && { on: note.recordedOn, seq: note.seq }, fact.seq),
    survives: true,
    task: 'writeNote' as const,
  }))
})

/** A document received is registered as soon as possible, with date, direction and short subject (OFL § 15). */
export const registeredSoon = caseRule(none, (file, _, { parameters }) => {
  const received = [
    ...file.attachments.map(({ hash }) => ({ hash, fact: file.received })),
    ...file.information.flatMap((i) => (i.document ? [{ hash: i.document, fact: i }] : [])),
    ...file.complaints
      .flatMap((c) => [c, ...c.supplements])
      .flatMap((fact) => fact.attachments.map(({ hash }) => ({ hash, fact }))),
    ...file.complaints.flatMap(({ result }) =>
      result?.document ? [{ hash: result.document, fact: result }] : [],
    ),
  ]
  return received.map(({ hash, fact }, index) => {
    const registered = file.documents.find((d) => d.document === hash)
    return {
      about: `register-${fact.seq}-${index}`,
      triggeredOn: fact.on,
      arisesOn: fact.on,
      ...dueInWorkingDays(fact.on, parameters.registrationWorkingDays),
      ...metBy(registered && { on: registered.recordedOn, seq: registered.seq }, fact.seq),
      survives: true,
      task: 'registerDocument' as const,
    }
  })
})
