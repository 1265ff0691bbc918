/** What may be uploaded: PDF and pictures, told by their first bytes and not by their name. */
import type { WrittenDocument } from '../../casework/write-letters.ts'
import type { RefusalCode } from '../../domain/refusal.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { hashOfBytes } from '../../store/documents.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { Errors } from '../ui/fields.tsx'
import type { PageContext } from './context.ts'
import type { UploadedFile } from './form.ts'

const signatures: readonly { readonly mediaType: string; readonly bytes: readonly number[] }[] = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
]

/** The type that the bytes themselves say, of those we take. */
export const findMediaType = (bytes: Uint8Array): string | undefined =>
  signatures.find((s) => s.bytes.every((byte, index) => bytes[index] === byte))?.mediaType

/** Why a file cannot be taken; undefined when it can. A file that says to be another type than it is cannot. */
export function findUploadProblem(
  { bytes, mediaType }: UploadedFile,
  mostMegabytes: number,
): Extract<RefusalCode, 'fileType' | 'fileSize'> | undefined {
  if (bytes.byteLength > mostMegabytes * 1024 * 1024) return 'fileSize'
  const real = findMediaType(bytes)
  if (real === undefined) return 'fileType'
  const said = mediaType === 'image/jpg' ? 'image/jpeg' : mediaType
  return said === '' || said === 'application/octet-stream' || said === real ? undefined : 'fileType'
}

/** The files of a form, checked; or what is wrong with the first that cannot be taken. */
export function documentsOf(
  c: PageContext,
  field: string,
): { readonly documents: readonly WrittenDocument[] } | { readonly errors: Errors } {
  const most = currentStandard(c.municipality).parameters.uploadMaxMegabytes.value
  const documents: WrittenDocument[] = []
  for (const upload of c.form.files(field)) {
    const problem = findUploadProblem(upload, most)
    if (problem) return { errors: { [field]: refusalInWords({ refused: true, code: problem }, c.language) } }
    documents.push({ ...upload, hash: hashOfBytes(upload.bytes) })
  }
  return { documents }
}
