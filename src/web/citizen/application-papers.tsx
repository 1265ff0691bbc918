/** Papers that go with the application: looked at by their bytes, shown back, and taken away again. */
import { DocumentHash } from '../../domain/identity.ts'
import type { RefusalCode } from '../../domain/refusal.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { read, write } from '../../store/connection.ts'
import {
  addDraftFile,
  type DraftFile,
  type DraftRoom,
  findDraftFile,
  listDraftFiles,
  removeDraftFile,
} from '../../store/drafts.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import type { UploadedFile } from '../platform/form.ts'
import { file, html, seeOther } from '../platform/respond.tsx'
import { findUploadProblem } from '../platform/uploads.ts'
import { ErrorSummary, type Errors, FileField, Form, Submit } from '../ui/fields.tsx'
import { BackLink } from '../ui/parts.tsx'
import { findApplicationDraft, saveStep } from './application-draft.ts'
import {
  AboutField,
  after,
  base,
  before,
  findObstacle,
  progressOf,
  StepTop,
  say,
} from './application-progress.tsx'

const path = `${base}/bilag`

type UploadProblem = Extract<RefusalCode, 'fileType' | 'fileSize' | 'tooManyFiles'>

/** “2,4 MB” */
export const sizeInWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`

export const filesOf = (c: PageContext, draftId: string | undefined): Promise<readonly DraftFile[]> =>
  draftId === undefined ? Promise.resolve([]) : read(c.house.db, c.scope, (tx) => listDraftFiles(tx, draftId))

export async function showPapers(c: PageContext, errors: Errors = {}): Promise<Response> {
  const obstacle = await findObstacle(c)
  if (obstacle) return obstacle
  const t = say(c)
  const progress = await progressOf(c)
  const files = await filesOf(c, progress.draft?.draftId)
  return html(
    c,
    t.papers,
    <>
      <BackLink href={before(progress.steps, 'bilag')} language={c.language} />
      <StepTop c={c} progress={progress} id="bilag" />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.papers}</h1>
      {files.length > 0 && (
        <>
          <h2>{t.yourFiles}</h2>
          <ul class="hv-links">
            {files.map((f) => (
              <li class="hv-file-row">
                <a href={`${path}/${f.hash}`}>
                  {f.name}
                  <span class="hv-date-beside">{sizeInWords(f.byteLength)}</span>
                </a>
                <Form action={`${path}/fjern`} csrf={c.csrf}>
                  <AboutField c={c} />
                  <input type="hidden" name="hash" value={f.hash} />
                  <button type="submit" class="button button-tertiary">
                    {t.remove}
                    <span class="sr-only"> {f.name}</span>
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
      <Form action={path} csrf={c.csrf} files>
        <AboutField c={c} />
        <FileField
          name="fil"
          label={t.file}
          hint={t.papersHint}
          errors={errors}
          accept="application/pdf,image/jpeg,image/png"
          multiple
        />
        <Submit look="secondary">{t.addFile}</Submit>
        <div class="hv-actions">
          <Submit name="videre">{t.next}</Submit>
        </div>
      </Form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** Keeps the files that can be kept and says of each other why not; a file chosen before “Næste” comes along. */
export async function addPapers(c: PageContext): Promise<Response> {
  const obstacle = await findObstacle(c)
  if (obstacle) return obstacle
  const t = say(c)
  const chosen = c.form.files('fil')
  const onwards = c.form.text('videre') !== undefined
  const { uploadMaxMegabytes, uploadMaxFiles, uploadTotalMegabytes } = currentStandard(
    c.municipality,
  ).parameters
  const room: DraftRoom = { files: uploadMaxFiles.value, bytes: uploadTotalMegabytes.value * 1024 * 1024 }
  const { draft, steps } = await progressOf(c)
  const draftId = await saveStep(c, draft, 'bilag', {})
  const looked = await write(c.house.db, c.scope, async (tx) => {
    const answers: { upload: UploadedFile; problem: UploadProblem | undefined }[] = []
    for (const upload of chosen) {
      const { name, mediaType, bytes } = upload
      const wrong = findUploadProblem(upload, uploadMaxMegabytes.value)
      const kept =
        wrong === undefined &&
        (await addDraftFile(tx, draftId, { name, mediaType, bytes, now: c.house.now() }, room))
      answers.push({ upload, problem: wrong ?? (kept ? undefined : 'tooManyFiles') })
    }
    return answers
  })
  const problems = looked.flatMap(({ upload, problem }) =>
    problem ? [t.badFile(upload.name, refusalInWords({ refused: true, code: problem }, c.language))] : [],
  )
  if (problems.length > 0) return showPapers(c, { fil: problems.join(' ') })
  if (chosen.length === 0 && !onwards) return showPapers(c, { fil: t.noFile })
  return seeOther(onwards ? after(steps, 'bilag') : path)
}

export async function showPaper(c: PageContext): Promise<Response> {
  const hash = DocumentHash.safeParse(c.parameter('hash'))
  if (c.visitor.kind !== 'citizen' || !hash.success) return errorPage(c, 404)
  const draft = await findApplicationDraft(c)
  const found =
    draft && (await read(c.house.db, c.scope, (tx) => findDraftFile(tx, draft.draftId, hash.data)))
  return found ? file(found.bytes, found.mediaType, found.name) : errorPage(c, 404)
}

export async function removePaper(c: PageContext): Promise<Response> {
  const obstacle = await findObstacle(c)
  if (obstacle) return obstacle
  const draft = await findApplicationDraft(c)
  const hash = DocumentHash.safeParse(c.form.text('hash'))
  if (draft && hash.success)
    await write(c.house.db, c.scope, (tx) => removeDraftFile(tx, draft.draftId, hash.data))
  return seeOther(path)
}
