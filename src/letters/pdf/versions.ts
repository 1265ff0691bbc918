/**
 * What renders letters now. A letter records it; `verifyLetter` expects equal bytes only under the same versions.
 * A test pins the template's and layout's digest to `template`: changing them means raising the number.
 */
import type { RendererVersions } from '../letter-content.ts'

export const rendererVersions: RendererVersions = {
  renderer: 'Typst 0.14.2, typst-ts-node-compiler 0.7.0, PDF/UA-1',
  fonts: 'IBM Plex Sans, dkfds 11.2.0',
  template: 'letter 2',
}
