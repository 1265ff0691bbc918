/**
 * Identifiers are branded: a `CaseId` is never mistaken for a `PersonId`, though both are text.
 * They are made at the edge and passed in; the domain invents none.
 */
import { z } from 'zod'

export const MunicipalityCode = z
  .string()
  .regex(/^\d{4}$/)
  .brand('MunicipalityCode')
export type MunicipalityCode = z.infer<typeof MunicipalityCode>

export const CaseId = z.uuid().brand('CaseId')
export type CaseId = z.infer<typeof CaseId>

export const PersonId = z.uuid().brand('PersonId')
export type PersonId = z.infer<typeof PersonId>

export const UserId = z.uuid().brand('UserId')
export type UserId = z.infer<typeof UserId>

export const LetterId = z.uuid().brand('LetterId')
export type LetterId = z.infer<typeof LetterId>

/** An identifier of something inside one case: a request, a consent, a hearing, an order, a goal. */
export const PartId = z.uuid().brand('PartId')
export type PartId = z.infer<typeof PartId>

/** A group of people at a provider. */
export const GroupId = z.uuid().brand('GroupId')
export type GroupId = z.infer<typeof GroupId>

/** A provider of the standard's own registry, by its short name there, e.g. `kaerhoej`. */
export const ProviderId = z
  .string()
  .regex(/^[a-z0-9-]{2,40}$/)
  .brand('ProviderId')
export type ProviderId = z.infer<typeof ProviderId>

/** An authority unit, by its short name, e.g. `voksenteamet`. */
export const UnitId = z
  .string()
  .regex(/^[a-z0-9-]{2,40}$/)
  .brand('UnitId')
export type UnitId = z.infer<typeof UnitId>

/** SHA-256 of a document's bytes, in hexadecimal. */
export const DocumentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand('DocumentHash')
export type DocumentHash = z.infer<typeof DocumentHash>
