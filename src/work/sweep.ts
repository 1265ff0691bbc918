/**
 * What became due up to today and needs writing down. Obligations need no sweep: they know their dates. A letter on
 * paper does: once its delivery days have passed, it is presumed to have arrived. So does absence that was told ahead: on
 * the day it comes it can be the one that repeats (K1.2-4), and then it starts a talk and nothing else.
 */
import type { MunicipalityCode } from '../domain/identity.ts'
import type { PostDesk } from './post-desk.ts'

/** Gives how many deliveries were presumed. Safe to run at any time and any number of times. */
export async function sweep(desk: PostDesk, municipality: MunicipalityCode): Promise<number> {
  const today = await desk.today(municipality)
  let presumed = 0
  const failures: unknown[] = []
  for (const { copy, sentOn } of await desk.paperUnderWay(municipality)) {
    const deliveredOn = desk.presumedDelivery(municipality, sentOn)
    if (deliveredOn > today) continue
    try {
      const outcome = await desk.recordDelivery(copy, { channel: 'paper', deliveredOn, proof: 'presumed' })
      if (outcome === 'recorded') presumed += 1
    } catch (error) {
      failures.push(error)
    }
  }
  // One case in trouble holds up no other; the job shows as failed all the same and is tried again.
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} deliveries could not be written down`)
  return presumed
}

type Chores = {
  readonly findRepeatedAbsence: (municipality: MunicipalityCode) => Promise<number>
  readonly eraseDueCases: (municipality: MunicipalityCode) => Promise<number>
}

/** Deliveries, absence, erasure. Trouble with one holds the others up in nothing; the job shows as failed all the same. */
export async function sweepAll(
  desk: PostDesk,
  chores: Chores,
  municipality: MunicipalityCode,
): Promise<{ readonly presumed: number; readonly absences: number; readonly erased: number }> {
  const [presumed, absences, erased] = await Promise.allSettled([
    sweep(desk, municipality),
    chores.findRepeatedAbsence(municipality),
    chores.eraseDueCases(municipality),
  ])
  if (presumed.status === 'rejected') throw presumed.reason
  if (absences.status === 'rejected') throw absences.reason
  if (erased.status === 'rejected') throw erased.reason
  return { presumed: presumed.value, absences: absences.value, erased: erased.value }
}
