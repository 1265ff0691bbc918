// Lays the static files of the product in dist/public: the design system's by file path (its package exports none), and ours.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dkfds = join(root, 'node_modules', 'dkfds', 'dist')
const target = join(root, 'dist', 'public')

rmSync(target, { recursive: true, force: true })
mkdirSync(join(target, 'fds', 'css'), { recursive: true })
mkdirSync(join(target, 'fonts'), { recursive: true })
// Its own @font-face rules name many more files than are shipped; hverdag.css names those that are.
for (const sheet of ['dkfds.min.css', 'dkfds-borgerdk.min.css'])
  writeFileSync(
    join(target, 'fds', 'css', sheet),
    readFileSync(join(dkfds, 'css', sheet), 'utf8').replace(/@font-face\{[^}]*IBM Plex Sans[^}]*\}/g, ''),
  )
cpSync(join(dkfds, 'img'), join(target, 'fds', 'img'), { recursive: true })
const fonts = join(dkfds, 'fonts', 'IBMPlexSans', 'split', 'woff2')
// Letters, and of arrows and marks the one weight that they are shown in: a machine without them would show boxes.
const shown = ['Regular', 'Medium', 'SemiBold', 'Bold'].map((weight) => `${weight}-Latin1`)
for (const part of [...shown, 'SemiBold-Pi'])
  cpSync(join(fonts, `IBMPlexSans-${part}.woff2`), join(target, 'fonts', `IBMPlexSans-${part}.woff2`))
const own = join(root, 'src', 'web', 'public')
for (const name of readdirSync(own)) cpSync(join(own, name), join(target, name), { recursive: true })
const compiled = process.argv[2] ?? 'dist'
// Of the pictograms only what is used, apart from the code: their licence lets them be shown and changed, but not ours be put on them.
const { pictograms, pictureCredit } = await import(
  pathToFileURL(join(root, compiled, 'web', 'ui', 'pictograms.js')).href
)
const readSet = (name) =>
  JSON.parse(readFileSync(join(root, 'node_modules', '@iconify-json', 'openmoji', name), 'utf8'))
const openmoji = readSet('icons.json')
const pictures = join(target, 'pictograms')
mkdirSync(pictures)
for (const name of new Set(Object.values(pictograms))) {
  const drawing = openmoji.icons[name]
  if (!drawing) throw new Error(`OpenMoji has no ${name}`)
  const { width, height } = { ...openmoji, ...drawing }
  writeFileSync(
    join(pictures, `${name}.svg`),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${drawing.body}</svg>\n`,
  )
}
writeFileSync(
  join(pictures, 'LICENSE.txt'),
  `${pictureCredit.set} (${pictureCredit.source}), by ${pictureCredit.authors}.
Licence: ${pictureCredit.licence}, ${pictureCredit.licenceText}
The drawings are as they are published in @iconify-json/openmoji ${readSet('package.json').version}; nothing in them was changed.
`,
)
// What is read beside the compiled files, wherever they lie: templates, migrations, the renderer's worker.
for (const [folder, endings] of [
  ['letters/pdf', ['.typ', '.js']],
  ['store/migrations', ['.sql']],
])
  for (const name of readdirSync(join(root, 'src', folder)))
    if (endings.some((ending) => name.endsWith(ending)))
      cpSync(join(root, 'src', folder, name), join(root, compiled, folder, name))
