/** Messages for tests. The CPR number is one that cannot exist (month 99). */
import { MunicipalityCode } from '../../domain/identity.ts'
import type { DigitalPostMessage } from './port.ts'

export const exampleCpr = '0199901234'
export const vejen = MunicipalityCode.parse('0575')
export const lillerup = MunicipalityCode.parse('0999')

export const exampleMessage = (
  messageId: string,
  change: Partial<DigitalPostMessage> = {},
): DigitalPostMessage => ({
  messageId,
  sender: vejen,
  senderName: 'Vejen Kommune',
  recipient: exampleCpr,
  title: 'Brev om din sag',
  file: { name: 'brev.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.7 brev') },
  ...change,
})
