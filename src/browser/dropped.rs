//! Files that a reader drops or chooses. They are read here and go nowhere.

use crate::model::sort_by;
use crate::package::is_aside;
use crate::parse::Archive;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DragEvent, File, FileList, FileSystemDirectoryEntry, FileSystemEntry,
    FileSystemFileEntry, HtmlInputElement,
};

/// A file of the reader's own.
#[derive(Clone, Debug)]
pub struct DroppedFile {
    /// Its path inside the dropped folder, or its name.
    pub path: String,
    /// True where it was dropped or chosen with its folder.
    pub in_folder: bool,
    content: Content,
}

#[derive(Clone, Debug)]
enum Content {
    File(File),
    /// Packed under this path.
    Packed(Arc<Archive>, String),
}

/// Where the bytes of a dropped file come from.
pub(super) enum Bytes<'f> {
    /// From the system.
    Blob(&'f Blob),
    /// Out of an archive.
    Packed(&'f Archive, &'f str),
}

impl DroppedFile {
    /// Its length in bytes.
    pub fn byte_count(&self) -> f64 {
        match &self.content {
            Content::File(file) => file.size(),
            Content::Packed(archive, path) => {
                let mut files = archive.files().iter();
                files
                    .find(|file| file.path == *path)
                    .map_or(0.0, |it| it.bytes as f64)
            }
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// True where it is a CSV file by its name.
    pub fn is_csv(&self) -> bool {
        matches!(self.path.rsplit('.').next(), Some("csv" | "CSV"))
    }

    /// True where it is no data: a hidden file, what a spreadsheet leaves behind while it is open, or
    /// a text for readers.
    pub fn is_aside(&self) -> bool {
        is_aside(&self.path)
    }

    /// The file itself; none of one out of an archive.
    pub(super) fn file(&self) -> Option<&File> {
        match &self.content {
            Content::File(file) => Some(file),
            Content::Packed(..) => None,
        }
    }

    pub(super) fn bytes(&self) -> Bytes<'_> {
        match &self.content {
            Content::File(file) => Bytes::Blob(file),
            Content::Packed(archive, path) => Bytes::Packed(archive, path),
        }
    }

    /// The files of an archive, in place of it. They are a folder's where there are several.
    pub(super) fn of_archive(archive: Archive) -> Vec<DroppedFile> {
        let archive = Arc::new(archive);
        let in_folder = archive.files().len() > 1;
        let file = |path: &str| DroppedFile {
            path: path.to_string(),
            in_folder,
            content: Content::Packed(archive.clone(), path.to_string()),
        };
        archive.files().iter().map(|it| file(&it.path)).collect()
    }

    pub(super) fn new(file: File, path: &str, in_folder: bool) -> DroppedFile {
        let path = path.trim_start_matches('/').to_string();
        DroppedFile {
            path,
            in_folder,
            content: Content::File(file),
        }
    }
}

/// The files of a file input; a folder's files keep their path inside it.
pub fn files_of_input(input: &HtmlInputElement) -> Vec<DroppedFile> {
    let files = input.files().map(list).unwrap_or_default();
    // The same file may be chosen again after it was mended.
    input.set_value("");
    files
}

fn list(files: FileList) -> Vec<DroppedFile> {
    (0..files.length())
        .filter_map(|at| files.get(at))
        .map(|file| {
            let key = wasm_bindgen::JsValue::from_str("webkitRelativePath");
            let path = js_sys::Reflect::get(&file, &key).ok();
            let path = path.and_then(|path| path.as_string()).unwrap_or_default();
            let inside = path.split_once('/').map(|(_, inside)| inside.to_string());
            let in_folder = inside.is_some();
            let path = inside.unwrap_or_else(|| file.name());
            DroppedFile::new(file, &path, in_folder)
        })
        .collect()
}

/// The files of a drop, folders walked through.
pub async fn files_of_drop(event: DragEvent) -> Vec<DroppedFile> {
    let Some(data) = event.data_transfer() else {
        return Vec::new();
    };
    let items = data.items();
    let entries: Vec<FileSystemEntry> = (0..items.length())
        .filter_map(|at| items.get(at))
        .filter_map(|item| item.webkit_get_as_entry().ok().flatten())
        .collect();
    if entries.is_empty() {
        return data.files().map(list).unwrap_or_default();
    }
    let mut found = Vec::new();
    let mut open: Vec<(FileSystemEntry, String, bool)> = entries
        .into_iter()
        .map(|entry| match entry.is_directory() {
            true => (entry, String::new(), true),
            false => {
                let path = entry.name();
                (entry, path, false)
            }
        })
        .collect();
    while let Some((entry, path, in_folder)) = open.pop() {
        if entry.is_directory() {
            let directory: FileSystemDirectoryEntry = entry.unchecked_into();
            for child in children(&directory).await {
                let inside = match path.as_str() {
                    "" => child.name(),
                    path => format!("{path}/{}", child.name()),
                };
                open.push((child, inside, true));
            }
        } else if let Some(file) = file_of(entry.unchecked_into()).await {
            found.push(DroppedFile::new(file, &path, in_folder));
        }
    }
    sort_by(&mut found, |one, other| one.path.cmp(&other.path));
    found
}

/// A folder's entries come in batches; an empty one is the last.
async fn children(directory: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = directory.create_reader();
    let mut all = Vec::new();
    loop {
        let batch: Rc<RefCell<Vec<FileSystemEntry>>> = Rc::default();
        let filled = batch.clone();
        let promise = js_sys::Promise::new(&mut |resolve, _| {
            let filled = filled.clone();
            let done = resolve.clone();
            let found = Closure::once_into_js(move |entries: js_sys::Array| {
                let entries = entries.iter().map(JsCast::unchecked_into);
                filled.borrow_mut().extend(entries);
                let _ = done.call0(&wasm_bindgen::JsValue::NULL);
            });
            let _ = reader.read_entries_with_callback_and_callback(found.unchecked_ref(), &resolve);
        });
        let _ = JsFuture::from(promise).await;
        let batch = batch.take();
        if batch.is_empty() {
            return all;
        }
        all.extend(batch);
    }
}

async fn file_of(entry: FileSystemFileEntry) -> Option<File> {
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        entry.file_with_callback_and_callback(&resolve, &reject);
    });
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}
