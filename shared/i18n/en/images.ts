import type { images as german } from '../de/images.ts'

export const images: typeof german = {
  of: 'Images of “{{name}}”',
  hint: 'Delete images if somebody in them asks for it, or if there is not enough space.',
  none: 'This group has no images.',
  name: 'Image {{number}} of {{day}}',
  kilobytes: '{{formatted}} kB',
  uses_zero: 'shown nowhere',
  uses_one: 'shown once',
  uses_other: 'shown {{count}} times',
  erase: 'Delete {{name}}',
  eraseTitle: 'Delete this image?',
  eraseText_zero:
    'The image is shown nowhere at the moment. It will be deleted with its copies in other groups, and from all versions. This cannot be undone; only backups and downloaded files keep it.',
  eraseText_one:
    'The image is shown in one place in this group. It will disappear there and, with its copies, from all other groups, and from the versions. This cannot be undone; only backups and downloaded files keep it.',
  eraseText_other:
    'The image is shown in {{count}} places in this group. It will disappear there and, with its copies, from all other groups, and from the versions. This cannot be undone; only backups and downloaded files keep it.',
  eraseCopies: 'A browser without a connection shows it until it reconnects.',
  eraseAgain: 'The deletion was not completed. Please repeat it.',
  erased_zero: 'The image is deleted.',
  erased_one: 'The image is deleted and gone from one place.',
  erased_other: 'The image is deleted and gone from {{count}} places.',
  inGroups: 'It was in {{count}} groups.',
}
