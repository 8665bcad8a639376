// The rows of docs/faults.md in our own words: what is done to the product, and what it has to survive it with.
// prettier-ignore
const words = [
  // What fails
  ['R1', 'The server is killed at random moments while people write.', 'Nothing that was called saved is lost, also when only the disk is read; 95 % of changes are durable within 150 ms; all are alike within 10 s.'],
  ['R3', 'The server stands still for 5 and for 30 seconds.', 'People are told within 15 s and go on writing; nothing is lost; all are alike within 10 s.'],
  ['R4', 'The disk is full.', 'Nothing is called saved that is not; people are told within 2 s; the database is sound and writing goes on once there is space.'],
  ['R5', 'The write-ahead log is cut or a byte in it flipped; a room’s rows are damaged.', 'Other rooms are untouched; what was committed before the damage opens; a damaged room says so and keeps its rows.'],
  ['R6', 'Somebody comes back just after the last one left, while the storage is slow.', 'Nothing is lost; a room is in memory once.'],
  ['R7', 'Every third write to the storage fails.', 'Nothing is lost; no room and no timer stays behind.'],
  ['R8', 'Four people write, undo, lose the line, reload and restart the server, as a seed says; 100 steps each.', 'The same content on every screen, on the server and after loading; nothing pending. A sabotaged server is found out.'],
  ['R9', 'The line is cut, slow, narrow, byte by byte or dead; messages overtake each other and come twice.', 'Everything as in R8 within 5 s after the line is well.'],
  ['R10', 'Readers stop reading.', 'They are given up at 4 MiB or after 10 s; the memory of the server stays; nobody else notices.'],
  ['R11', 'The server starts again while everybody is connected.', 'All are in sync within 30 s; no tenth of a second takes more than a tenth of the calls.'],
  ['R12', 'Rooms come and go for an hour.', 'The heap grows by less than 1 MB an hour; presence is remembered of at most twice as many as are connected.'],
  ['R13', 'The cards of a room are moved and deleted a hundred thousand times.', 'Stored, compacted: at most five times a fresh encoding; loaded within 1 s.'],
  ['R15', 'The server is told to end while people write.', 'It ends well within 10 s; nothing is lost.'],
  ['R17', 'A backup is made while people write, and restored elsewhere.', 'The content is one that was committed.'],
  ['R18', 'The document is rebuilt while somebody holds the former one.', 'The former one is turned away, nothing doubles; own words are handed back.'],
  // Who means harm
  ['S1', 'Random and changed bytes and text frames are sent.', 'The server lives; nothing blocks it for 100 ms; the content stays.'],
  ['S2', 'Updates are cut off anywhere.', 'Nothing is passed on, nothing stored, the content stays.'],
  ['S3', 'Huge frames, endless fragments, compressed frames, ten thousand headers.', 'Refused, by their size where they have one, for less than 64 MB of memory.'],
  ['S4', 'A thousand callers who never log in or never finish.', 'Gone within 10 s, for at most 64 kB each.'],
  ['S5', 'Updates whose beginning is missing, and deletions of what does not exist.', 'Nothing stays behind; later changes cost what they cost before.'],
  ['S6', 'Observers and removed people write, in every framing.', 'Nothing changes; a right ends within 1 s.'],
  ['S7', 'Somebody wipes the board, or does what their role may not.', 'What is not allowed is put back; a wipe is undone within a minute.'],
  ['S8', 'Somebody writes under another person’s Yjs client id.', 'Refused; all replicas stay alike.'],
  ['S9', 'Presence in another’s name, of a megabyte, with markup.', 'Never shown.'],
  ['S10', 'Records nobody can draw, sent, or put straight into the database.', 'Sent ones are refused or put back; from the database: no page breaks, the rest is shown, exports work.'],
  ['S11', 'Requests and sockets from other sites.', 'All refused, sockets before the upgrade.'],
  ['S12', 'Invitations that have expired, were revoked or are guessed.', 'None opens; secrets are stored as hashes and stand in no log.'],
  ['S14', 'Markup and scripts in texts, names and titles.', 'Shown as text; nothing runs, no policy is violated.'],
  ['S15', 'Formulas in what is exported to spreadsheets.', 'Read again: no formula, the text whole.'],
  ['S17', 'Paths in ids, addresses, uploads and file names.', 'Nothing outside the data folder opens.'],
  ['S20', 'Every route by every role, and from another workshop.', 'Nothing is let through that the table of rights does not allow.'],
  ['S21', 'A whole workshop in three browsers with all requests recorded.', 'No request to any other origin.'],
  ['S22', 'Somebody floods the room.', 'They are closed each time, nobody else is; 95 % of others’ changes stay durable within 150 ms.'],
  ['S23', 'Authorship of a card that was kept anonymous is looked for in what is taken home.', 'It is not there.'],
]

export const rows = words.map(([row, done, passes]) => ({ row, done, passes }))
