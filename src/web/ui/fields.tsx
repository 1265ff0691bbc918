/**
 * Form fields. Each wires its own label, hint and error, so that a screen reader says them together, and shows again what
 * was typed. `errors` is the page's list; a field finds its own sentence by its name.
 */
import type { Child, FC } from 'hono/jsx'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import type { Language } from '../i18n/messages.ts'
import { frameMessages } from './frame-messages.ts'
import type { PictureName } from './pictograms.ts'
import { Picture } from './picture.tsx'

/** Field name → what is wrong with it, in the reader's language. */
export type Errors = Readonly<Record<string, string>>

type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly errors?: Errors | undefined
}

const idOf = (name: string): string => `f-${name.replace(/[^A-Za-z0-9_-]/g, '-')}`

const described = ({
  name,
  hint,
  errors,
}: Field): { 'aria-describedby'?: string; 'aria-invalid'?: 'true' } => {
  const ids = [hint && `${idOf(name)}-hint`, errors?.[name] && `${idOf(name)}-error`].filter(Boolean)
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(errors?.[name] && { 'aria-invalid': 'true' as const }),
  }
}

const Hint: FC<Field> = ({ name, hint }) =>
  hint ? (
    <span class="form-hint" id={`${idOf(name)}-hint`}>
      {hint}
    </span>
  ) : null

const Problem: FC<Field> = ({ name, errors }) =>
  errors?.[name] ? (
    <span class="form-error-message" id={`${idOf(name)}-error`}>
      {errors[name]}
    </span>
  ) : null

const groupClass = ({ name, errors }: Field): string => `form-group${errors?.[name] ? ' form-error' : ''}`

type TextProps = Field & {
  readonly value?: string | undefined
  readonly type?: 'text' | 'tel' | 'email' | 'search' | 'number' | 'date'
  readonly autocomplete?: string | undefined
  readonly inputmode?: 'numeric' | 'decimal' | 'text' | undefined
  readonly width?: 4 | 8 | 11 | 27 | undefined
}

export const TextField: FC<TextProps> = (field) => (
  <div class={groupClass(field)}>
    <label class="form-label" for={idOf(field.name)}>
      {field.label}
    </label>
    <Hint {...field} />
    <Problem {...field} />
    <input
      class={`form-input${field.width ? ` input-char-${field.width}` : ''}`}
      type={field.type ?? 'text'}
      id={idOf(field.name)}
      name={field.name}
      value={field.value ?? ''}
      autocomplete={field.autocomplete ?? 'off'}
      {...(field.inputmode && { inputmode: field.inputmode })}
      {...described(field)}
    />
  </div>
)

type AreaProps = Field & {
  readonly value?: string | undefined
  readonly rows?: number
  /** Where one writes at once: the page is opened for nothing else. */
  readonly focus?: boolean
}

export const TextArea: FC<AreaProps> = (field) => (
  <div class={groupClass(field)}>
    <label class="form-label" for={idOf(field.name)}>
      {field.label}
    </label>
    <Hint {...field} />
    <Problem {...field} />
    <textarea
      class="form-input"
      id={idOf(field.name)}
      name={field.name}
      rows={field.rows ?? 5}
      {...(field.focus && { autofocus: true })}
      {...described(field)}
    >
      {field.value ?? ''}
    </textarea>
  </div>
)

export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
  readonly disabled?: boolean
  /** Beside the label. */
  readonly picture?: PictureName
}

type ChoiceProps = Field & { readonly options: readonly Option[] }

/** One of several. */
export const Radios: FC<ChoiceProps & { readonly value?: string | undefined }> = (field) => (
  <fieldset class={groupClass(field)} id={idOf(field.name)} tabindex={-1} {...described(field)}>
    <legend class="form-label">{field.label}</legend>
    <Hint {...field} />
    <Problem {...field} />
    {field.options.map((option, index) => (
      <Choice
        type="radio"
        name={field.name}
        index={index}
        option={option}
        checked={option.value === field.value}
      />
    ))}
  </fieldset>
)

/** Any of several. */
export const Checkboxes: FC<ChoiceProps & { readonly values?: readonly string[] | undefined }> = (field) => (
  <fieldset class={groupClass(field)} id={idOf(field.name)} tabindex={-1} {...described(field)}>
    <legend class="form-label">{field.label}</legend>
    <Hint {...field} />
    <Problem {...field} />
    {field.options.map((option, index) => (
      <Choice
        type="checkbox"
        name={field.name}
        index={index}
        option={option}
        checked={field.values?.includes(option.value) ?? false}
      />
    ))}
  </fieldset>
)

type ChoiceItem = {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly index: number
  readonly option: Option
  readonly checked: boolean
}

const Choice: FC<ChoiceItem> = ({ type, name, index, option, checked }) => {
  const id = `${idOf(name)}-${index}`
  return (
    <div class={`form-group-${type}`}>
      <input
        class={`form-${type}`}
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        {...(option.disabled && { disabled: true })}
        {...(option.hint && { 'aria-describedby': `${id}-hint` })}
      />
      <label for={id}>
        {option.picture && <Picture name={option.picture} />}
        {option.label}
      </label>
      {option.hint && (
        <span class="form-hint" id={`${id}-hint`}>
          {option.hint}
        </span>
      )}
    </div>
  )
}

export const Select: FC<
  ChoiceProps & { readonly value?: string | undefined; readonly empty?: string | undefined }
> = (field) => (
  <div class={groupClass(field)}>
    <label class="form-label" for={idOf(field.name)}>
      {field.label}
    </label>
    <Hint {...field} />
    <Problem {...field} />
    <select class="form-select" id={idOf(field.name)} name={field.name} {...described(field)}>
      {field.empty !== undefined && <option value="">{field.empty}</option>}
      {field.options.map((option) => (
        <option value={option.value} selected={option.value === field.value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
)

type DateProps = Field & {
  readonly language: Language
  /** A day, or what was typed in `name-d`, `name-m` and `name-y` when it was none. */
  readonly value?: CalendarDay | undefined
  readonly typed?: Readonly<Record<string, readonly string[]>> | undefined
}

/** A date as three fields, posted as `name-d`, `name-m` and `name-y`; read with `dateOf` in `date-field.ts`. */
export const DateField: FC<DateProps> = (field) => {
  const say = frameMessages(field.language)
  const [year, month, day] = field.value?.split('-') ?? []
  const part = (key: 'd' | 'm' | 'y', label: string, value: string | undefined, width: number) => (
    <div class={`form-group-${key === 'd' ? 'day' : key === 'm' ? 'month' : 'year'}`}>
      <label for={`${idOf(field.name)}-${key}`}>{label}</label>
      <input
        class={`form-input input-char-${width}`}
        type="text"
        inputmode="numeric"
        autocomplete="off"
        id={`${idOf(field.name)}-${key}`}
        name={`${field.name}-${key}`}
        value={field.typed?.[`${field.name}-${key}`]?.[0] ?? value ?? ''}
        {...(field.errors?.[field.name] && { 'aria-invalid': 'true' })}
      />
    </div>
  )
  return (
    <fieldset class={groupClass(field)} id={idOf(field.name)} tabindex={-1} {...described(field)}>
      <legend class="form-label">{field.label}</legend>
      <Hint {...field} />
      <Problem {...field} />
      <div class="date-group">
        {part('d', say.day, day && String(Number(day)), 4)}
        {part('m', say.month, month && String(Number(month)), 4)}
        {part('y', say.year, year, 4)}
      </div>
    </fieldset>
  )
}

export const FileField: FC<Field & { readonly accept?: string; readonly multiple?: boolean }> = (field) => (
  <div class={groupClass(field)}>
    <label class="form-label" for={idOf(field.name)}>
      {field.label}
    </label>
    <Hint {...field} />
    <Problem {...field} />
    <input
      class="hv-file"
      type="file"
      id={idOf(field.name)}
      name={field.name}
      {...(field.accept && { accept: field.accept })}
      {...(field.multiple && { multiple: true })}
      {...described(field)}
    />
  </div>
)

type FormProps = {
  readonly action: string
  readonly csrf: string
  /** The form's own id: posted again, it returns the first result instead of doing it twice. */
  readonly commandId?: string | undefined
  /** The last event seen, where the form rests on a case. */
  readonly basedOn?: number | undefined
  /** Holds files. */
  readonly files?: boolean
  /** Saved by script as one writes, to this address. */
  readonly draft?: string | undefined
  /** Where script fetches the parts that follow what is written (`data-live`), each time the draft is saved. */
  readonly live?: string | undefined
  readonly children?: Child
}

export const Form: FC<FormProps> = ({ action, csrf, commandId, basedOn, files, draft, live, children }) => (
  <form
    method="post"
    action={action}
    {...(files && { enctype: 'multipart/form-data' })}
    {...(draft && { 'data-draft': draft })}
    {...(live && { 'data-live-from': live })}
    novalidate
  >
    <input type="hidden" name="_csrf" value={csrf} />
    {commandId && <input type="hidden" name="_command" value={commandId} />}
    {basedOn !== undefined && <input type="hidden" name="_basedOn" value={String(basedOn)} />}
    {children}
  </form>
)

/** The list on top of a form that could not be taken: each item leads to its field. */
export const ErrorSummary: FC<{ readonly errors?: Errors | undefined; readonly language: Language }> = ({
  errors,
  language,
}) => {
  const entries = Object.entries(errors ?? {})
  if (entries.length === 0) return null
  return (
    <div class="alert alert-error" role="alert" tabindex={-1} id="fejl">
      <div class="alert-body">
        <h2 class="alert-heading">{frameMessages(language).errorsTitle}</h2>
        <ul class="nobullet-list">
          {entries.map(([name, sentence]) => (
            <li>
              <a href={`#${idOf(name)}`}>{sentence}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

export const Submit: FC<{
  readonly children?: Child
  readonly look?: 'primary' | 'secondary' | 'tertiary' | 'warning'
  readonly name?: string
  readonly value?: string
  /** Another address than the form's own. */
  readonly to?: string
}> = ({ children, look = 'primary', name, value, to }) => (
  <button
    type="submit"
    class={`button button-${look}`}
    {...(name && { name, value: value ?? '1' })}
    {...(to && { formaction: to })}
  >
    {children}
  </button>
)
