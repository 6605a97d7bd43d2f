//! A reader's own files, kept in this browser's database where the reader allows it, until they are
//! forgotten. Nothing of it leaves the browser.

use super::dropped::DroppedFile;
use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Query, TransactionMode};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

const DATABASE: &str = "zhishe";
const STORE: &str = "own";
/// One set of files is kept, under this key.
const KEY: &str = "files";

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // Where the store cannot be made, the first transaction says so.
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.await
}

/// Keeps files in place of those kept before, with a text that says how they are to be read. False where
/// the browser does not allow it or has no room.
pub async fn keep_own(files: &[DroppedFile], about: &str) -> bool {
    let record = Array::of1(&JsValue::from_str(about));
    for file in files {
        // An archive is kept as it came.
        if let Some(bytes) = file.file() {
            record.push(&JsValue::from_str(&file.path));
            record.push(&JsValue::from_bool(file.in_folder));
            record.push(bytes);
        }
    }
    let keep = async || -> Result<(), Error> {
        let database = open().await?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        store.put(&record, Some(&JsValue::from_str(KEY)))?.await?;
        transaction.commit()?.await?;
        database.close();
        Ok(())
    };
    keep().await.is_ok()
}

/// The files that are kept and the text that goes with them; none where there are none.
pub async fn kept_own() -> Option<(Vec<DroppedFile>, String)> {
    let read = async || -> Result<Option<JsValue>, Error> {
        let database = open().await?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(STORE)?;
        let found = store.get(Query::Key(JsValue::from_str(KEY)))?.await?;
        database.close();
        Ok(found)
    };
    let record: Array = read().await.ok()??.dyn_into().ok()?;
    let about = record.get(0).as_string()?;
    let mut files = Vec::new();
    let mut at = 1;
    while at + 2 < record.length() {
        let path = record.get(at).as_string()?;
        let in_folder = record.get(at + 1).as_bool()?;
        let file: File = record.get(at + 2).dyn_into().ok()?;
        files.push(DroppedFile::new(file, &path, in_folder));
        at += 3;
    }
    (!files.is_empty()).then_some((files, about))
}

/// Forgets what is kept.
pub async fn forget_own() -> bool {
    let forget = async || -> Result<(), Error> {
        let database = open().await?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        transaction.object_store(STORE)?.clear()?.await?;
        transaction.commit()?.await?;
        database.close();
        Ok(())
    };
    forget().await.is_ok()
}
