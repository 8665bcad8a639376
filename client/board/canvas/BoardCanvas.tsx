import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { useMemo } from 'react'
import {
  TldrawEditor,
  TldrawHandles,
  TldrawOverlays,
  TldrawScribble,
  TldrawSelectionForeground,
  TldrawShapeIndicators,
  TldrawUi,
  defaultAddFontsFromNode,
  tipTapDefaultExtensions,
  type TLEditorComponents,
} from 'tldraw'
import 'tldraw/tldraw.css'
import { useTranslation } from 'react-i18next'
import { limits } from '#shared/base/limits.ts'
import { Spinner } from '#client/ui/Spinner.tsx'
import type { BoardProps } from '../board-props.ts'
import { bindingUtils } from '../records/board-schema.ts'
import type { BoardWorld } from '../board-world.ts'
import { BoardInside } from './BoardInside.tsx'
import { RemoteCursor, RemoteSelection } from '../presence/RemoteMarks.tsx'
import { foldedAway } from '../sheet/folded-cards.ts'
import { SheetSurface } from '../sheet/SheetSurface.tsx'
import { overridesFor } from './ui-overrides.ts'
import { uiComponentsOf } from './ui-components.tsx'
import { useBoardUser } from './board-user.ts'

const assetUrls = getAssetUrlsByImport()
/** The same object at each render: another one makes tldraw build its editor anew. */
const fontUrls = { fonts: { ...assetUrls.fonts } }
const options = {
  maxShapesPerPage: limits.maxShapesPerPage,
  // Cards use the fonts of the page; waiting for those of the drawings would only delay the first sight.
  maxFontsToLoadBeforeRender: 0,
}
const textOptions = {
  addFontsFromNode: defaultAddFontsFromNode,
  tipTapConfig: { extensions: tipTapDefaultExtensions },
}

function Loading() {
  const { t } = useTranslation()
  return <Spinner label={t('board.loading')} />
}

/** A fault goes to the room's own boundary, which knows what is safe and what to do. */
function PassOn({ error }: { error: unknown }): never {
  throw error
}

const components: TLEditorComponents = {
  Scribble: TldrawScribble,
  ShapeIndicators: TldrawShapeIndicators,
  SelectionForeground: TldrawSelectionForeground,
  Handles: TldrawHandles,
  Overlays: TldrawOverlays,
  CollaboratorScribble: TldrawScribble,
  CollaboratorCursor: RemoteCursor,
  CollaboratorShapeIndicator: RemoteSelection,
  LoadingScreen: Loading,
  ErrorFallback: PassOn,
}

/**
 * tldraw, put together from its parts instead of taking all and hiding some: its own notes, embeds, bookmarks and
 * films are not there, cards are.
 */
export function BoardCanvas({ world, ...props }: BoardProps & { world: BoardWorld }) {
  const user = useBoardUser(world.room.session)
  const uiComponents = useMemo(() => uiComponentsOf(world.room), [world])
  const onSheets = useMemo(
    () => ({ ...components, OnTheCanvas: () => <SheetSurface room={world.room} /> }),
    [world],
  )
  const visibility = useMemo(() => foldedAway(world.room.session), [world])
  const overrides = useMemo(() => overridesFor(world.room), [world])
  return (
    <TldrawEditor
      store={world.store}
      user={user}
      shapeUtils={world.shapeUtils}
      bindingUtils={bindingUtils}
      tools={world.tools}
      components={onSheets}
      options={options}
      getShapeVisibility={visibility}
      textOptions={textOptions}
      assetUrls={fontUrls}
      initialState="select"
      autoFocus={false}
      {...(props.licenseKey ? { licenseKey: props.licenseKey } : {})}
    >
      <TldrawUi assetUrls={assetUrls} components={uiComponents} overrides={overrides}>
        <BoardInside {...props} world={world} />
      </TldrawUi>
    </TldrawEditor>
  )
}
