import type { DocumentSnapshot } from '../document/snapshot.ts'

declare const passed: unique symbol

/** A document that may leave its group. Only `leaving` makes one, and `inFull` for the complete backup. */
export type OutgoingDocument = DocumentSnapshot & { readonly [passed]: true }

/** The complete backup, with everything that is withheld: for moderators only, who are asked for it by name. */
export const inFull = (document: DocumentSnapshot): OutgoingDocument => document as OutgoingDocument
