/** T16: the provider's tablets, as whoever leads it pairs, locks and unpairs them. The code is shown once, in the answer itself. */
import { randomBytes } from 'node:crypto'
import {
  DeviceId,
  type DeviceState,
  deviceStateAt,
  pairingCodeOf,
  pairingMinutes,
} from '../../domain/device/device.ts'
import type { ProviderId, UserId } from '../../domain/identity.ts'
import { read, type WriteTx, write } from '../../store/connection.ts'
import { addDevice, type Device, listDevices, lockDevice, unpairDevice } from '../../store/devices.ts'
import { dayAndTime } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { ErrorSummary, type Errors, Form, Submit, TextField } from '../ui/fields.tsx'
import { Alert, Table } from '../ui/parts.tsx'
import { QuarantineList, readQuarantine } from './quarantine.tsx'
import { tabletsWords } from './tablet-words.ts'

/** Who leads which provider. The gate lets nobody else come here; one who is at no provider has none to lead. */
export function leadOf({ visitor }: PageContext): { userId: UserId; provider: ProviderId } | undefined {
  return visitor.kind === 'staff' && visitor.provider
    ? { userId: visitor.userId, provider: visitor.provider }
    : undefined
}

type More = { readonly errors?: Errors; readonly code?: string; readonly at?: string }

/** `at`: the fact whose settlement could not be taken. */
export async function showTablets(c: PageContext, { errors = {}, code, at }: More = {}): Promise<Response> {
  const t = tabletsWords(c.language)
  const [devices, waiting] = await Promise.all([read(c.house.db, c.scope, listDevices), readQuarantine(c)])
  const bad = Object.keys(errors).length > 0
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      {c.query.get('gemt') === '1' && <Alert kind="success">{t.done}</Alert>}
      <ErrorSummary errors={errors} language={c.language} />
      <p>{t.intro}</p>
      {code && (
        <Alert kind="info" title={t.codeTitle}>
          <p class="font-lead">
            <strong>{code}</strong>
          </p>
          <p>{t.codeText(`${c.origin}/tablet`, pairingMinutes)}</p>
        </Alert>
      )}
      <Table
        caption={t.title}
        rows={devices}
        empty={<p>{t.none}</p>}
        columns={[
          { heading: t.name, title: t.name, cell: ({ name }) => name },
          {
            heading: t.state,
            title: t.state,
            cell: (device) => t.states[deviceStateAt(device, c.house.now())],
          },
          {
            heading: t.lastSeen,
            title: t.lastSeen,
            cell: ({ lastSeenAt }) => (lastSeenAt ? dayAndTime(lastSeenAt, c.language) : t.never),
          },
          {
            heading: t.actions,
            title: t.actions,
            cell: (device) => <Actions c={c} device={device} />,
          },
        ]}
      />
      <h2>{t.add}</h2>
      <Form action="/tilbud/tablets" csrf={c.csrf}>
        <TextField
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={bad && at === undefined ? c.form.text('name') : undefined}
          errors={at === undefined ? errors : {}}
        />
        <Submit>{t.add}</Submit>
      </Form>
      <QuarantineList c={c} waiting={waiting} errors={errors} at={at} />
    </>,
    bad ? 422 : 200,
  )
}

const acts = { laas: 'lock', aabn: 'unlock', fjern: 'unpair' } as const
type Act = keyof typeof acts

const possible: Readonly<Record<DeviceState, readonly Act[]>> = {
  waiting: ['fjern'],
  expired: ['fjern'],
  paired: ['laas', 'fjern'],
  closed: ['laas', 'fjern'],
  locked: ['aabn', 'fjern'],
  unpaired: [],
}

function Actions({ c, device }: { readonly c: PageContext; readonly device: Device }) {
  const t = tabletsWords(c.language)
  return (
    <div class="hv-actions">
      {possible[deviceStateAt(device, c.house.now())].map((act) => (
        <Form action={`/tilbud/tablets/${device.deviceId}/${act}`} csrf={c.csrf}>
          <Submit look="secondary">
            {t[acts[act]]}
            <span class="sr-only"> {device.name}</span>
          </Submit>
        </Form>
      ))}
    </div>
  )
}

/** A new one, with its code: reloading the answer would make another, so nothing is lost by not seeing it again. */
export async function addTablet(c: PageContext): Promise<Response> {
  const t = tabletsWords(c.language)
  const lead = leadOf(c)
  if (lead === undefined) return errorPage(c, 403)
  const name = c.form.text('name')
  if (name === undefined || name.length > 60) return showTablets(c, { errors: { name: t.nameMissing } })
  const code = pairingCodeOf(randomBytes(8))
  const addedAt = c.house.now()
  await write(c.house.db, c.scope, (tx) =>
    addDevice(tx, {
      deviceId: DeviceId.parse(c.house.newId()),
      providerId: lead.provider,
      name,
      addedBy: lead.userId,
      code,
      addedAt,
      expiresAt: new Date(addedAt.getTime() + pairingMinutes * 60_000),
    }),
  )
  return showTablets(c, { code })
}

const changes: Readonly<Record<Act, (tx: WriteTx, deviceId: DeviceId, now: Date) => Promise<number>>> = {
  laas: lockDevice,
  aabn: (tx, deviceId) => lockDevice(tx, deviceId, null),
  fjern: unpairDevice,
}

export async function changeTablet(c: PageContext, act: Act): Promise<Response> {
  const deviceId = DeviceId.safeParse(c.parameter('deviceId'))
  const changed = deviceId.success
    ? await write(c.house.db, c.scope, (tx) => changes[act](tx, deviceId.data, c.house.now()))
    : 0
  // Another provider's, or none: they look alike.
  return changed === 0 ? errorPage(c, 404) : seeOther('/tilbud/tablets?gemt=1')
}
