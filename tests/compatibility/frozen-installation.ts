/** What is known of a frozen data folder, as `facts.json` beside it. */
export interface FrozenInstallation {
  email: string
  password: string
  workshopId: string
  title: string
  groupId: string
  groupNames: string[]
  /** Role and name. */
  members: string[]
  /** Cards in the group's document, and the hash of its content without the schema number. */
  artefacts: number
  contentHash: string
}
