import * as Y from 'yjs'
import { withoutControls } from '../base/visible-text.ts'

/** A shared text with words that may come from anywhere: pasted, from a file, from a program with a key. */
export const writtenText = (words: string): Y.Text => new Y.Text(withoutControls(words))
