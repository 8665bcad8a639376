import {
  ArrangeMenuSubmenu,
  ClipboardMenuGroup,
  EditMenuSubmenu,
  MoveToPageMenu,
  ReorderMenuSubmenu,
  SelectAllMenuItem,
  TldrawUiMenuGroup,
  useEditor,
  useValue,
} from 'tldraw'

/**
 * What the canvas offers at the pointer, without its own pictures of a selection: a picture leaves the group by the export,
 * which holds back what is not released (docs/consent.md).
 */
export function ContextMenuContent() {
  const editor = useEditor()
  const selects = useValue('select tool', () => editor.getCurrentToolId() === 'select', [editor])
  if (!selects) return null
  return (
    <>
      <TldrawUiMenuGroup id="modify">
        <EditMenuSubmenu />
        <ArrangeMenuSubmenu />
        <ReorderMenuSubmenu />
        <MoveToPageMenu />
      </TldrawUiMenuGroup>
      <ClipboardMenuGroup />
      <TldrawUiMenuGroup id="select-all">
        <SelectAllMenuItem />
      </TldrawUiMenuGroup>
    </>
  )
}
