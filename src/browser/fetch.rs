//! Files over the network or from a drop, read as they come.

use super::dropped::{Bytes, DroppedFile};
use super::pace::breathe;
use crate::model::FaultKind;
use crate::parse::{Archive, FileFault};
use gloo_net::http::{Request, Response};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ReadableStream, ReadableStreamByobReader, ReadableStreamDefaultReader,
    ReadableStreamGetReaderOptions, ReadableStreamReaderMode, RequestCache,
};

/// Bytes asked of the stream at a time.
const CHUNK_BYTES: u32 = 256 * 1024;
/// Bytes parsed between two looks at the clock.
const PIECE_BYTES: usize = 32 * 1024;

/// Takes the bytes of a file as they come.
pub type Push<'p> = dyn FnMut(&[u8]) -> Result<(), FileFault> + 'p;

async fn get(address: &str) -> Result<Response, FileFault> {
    // An edited file must show on reload: the browser asks the server each time.
    let request = Request::get(address).cache(RequestCache::NoCache);
    let response = request.send().await.map_err(unsent)?;
    if !response.ok() {
        let status = response.status();
        return Err(FileFault::whole(FaultKind::FileMissing { status }));
    }
    Ok(response)
}

/// A small file, such as a descriptor.
pub async fn fetch_small(address: &str) -> Result<Vec<u8>, FileFault> {
    let bytes = match get(address).await?.body() {
        Some(stream) => collect(&stream).await?,
        None => Vec::new(),
    };
    if bytes.trim_ascii_start().starts_with(b"<") {
        return Err(FileFault::whole(FaultKind::HtmlInstead));
    }
    Ok(bytes)
}

/// Reads an address to its end, piece by piece.
pub async fn read_address(address: &str, push: &mut Push<'_>) -> Result<(), FileFault> {
    match get(address).await?.body() {
        Some(stream) => read_stream(&stream, push).await,
        None => Ok(()),
    }
}

/// Reads a dropped or chosen file to its end, piece by piece.
pub async fn read_dropped(file: &DroppedFile, push: &mut Push<'_>) -> Result<(), FileFault> {
    match file.bytes() {
        Bytes::Blob(blob) => read_stream(&blob.stream(), push).await,
        Bytes::Packed(archive, path) => unpack(archive, path, push).await,
    }
}

/// The first so many bytes of a dropped file.
pub async fn first_bytes(file: &DroppedFile, count: i32) -> Result<Vec<u8>, FileFault> {
    match file.bytes() {
        Bytes::Blob(blob) => {
            let head = blob
                .slice_with_i32_and_i32(0, count)
                .map_err(|error| network(&describe(&error)))?;
            collect(&head.stream()).await
        }
        Bytes::Packed(archive, path) => {
            let mut unpacking = archive.unpack(path)?;
            let mut head: Vec<u8> = Vec::new();
            while head.len() < count.max(0) as usize
                && let Some(piece) = unpacking.piece()?
            {
                head.extend_from_slice(piece);
            }
            Ok(head)
        }
    }
}

/// All bytes of a small dropped file, such as a descriptor.
pub async fn read_small(file: &DroppedFile) -> Result<Vec<u8>, FileFault> {
    let mut bytes = Vec::new();
    let push = &mut |piece: &[u8]| {
        bytes.extend_from_slice(piece);
        Ok(())
    };
    read_dropped(file, push).await?;
    Ok(bytes)
}

async fn unpack(archive: &Archive, path: &str, push: &mut Push<'_>) -> Result<(), FileFault> {
    let mut unpacking = archive.unpack(path)?;
    while let Some(piece) = unpacking.piece()? {
        push(piece)?;
        breathe().await;
    }
    Ok(())
}

async fn collect(stream: &ReadableStream) -> Result<Vec<u8>, FileFault> {
    let mut bytes = Vec::new();
    let push = &mut |piece: &[u8]| {
        bytes.extend_from_slice(piece);
        Ok(())
    };
    read_stream(stream, push).await?;
    Ok(bytes)
}

enum Reader {
    /// Fills a buffer of ours.
    Byob(ReadableStreamByobReader, Option<Uint8Array>),
    /// Gives chunks of its own; for browsers whose bodies are no byte streams.
    Default(ReadableStreamDefaultReader),
}

async fn read_stream(stream: &ReadableStream, push: &mut Push<'_>) -> Result<(), FileFault> {
    let mut reader = reader(stream)?;
    let mut bytes = Vec::new();
    while let Some(chunk) = next_chunk(&mut reader).await? {
        bytes.resize(chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes);
        if let Reader::Byob(_, buffer) = &mut reader {
            *buffer = Some(Uint8Array::new(&chunk.buffer()));
        }
        for piece in bytes.chunks(PIECE_BYTES) {
            if let Err(fault) = push(piece) {
                cancel(&reader);
                return Err(fault);
            }
            breathe().await;
        }
    }
    Ok(())
}

fn reader(stream: &ReadableStream) -> Result<Reader, FileFault> {
    let options = ReadableStreamGetReaderOptions::new();
    options.set_mode(ReadableStreamReaderMode::Byob);
    let get_reader: js_sys::Function = Reflect::get(stream, &JsValue::from_str("getReader"))
        .and_then(JsCast::dyn_into)
        .map_err(|error| network(&describe(&error)))?;
    if let Ok(reader) = get_reader.call1(stream, &options) {
        let reader: ReadableStreamByobReader = reader.unchecked_into();
        return Ok(Reader::Byob(reader, None));
    }
    let reader = get_reader
        .call0(stream)
        .map_err(|error| network(&describe(&error)))?;
    Ok(Reader::Default(reader.unchecked_into()))
}

async fn next_chunk(reader: &mut Reader) -> Result<Option<Uint8Array>, FileFault> {
    let promise = match reader {
        Reader::Byob(reader, buffer) => {
            let buffer = buffer
                .take()
                .unwrap_or_else(|| Uint8Array::new_with_length(CHUNK_BYTES));
            reader.read_with_array_buffer_view(&buffer)
        }
        Reader::Default(reader) => reader.read(),
    };
    let result = JsFuture::from(promise)
        .await
        .map_err(|error| network(&describe(&error)))?;
    let done = Reflect::get(&result, &JsValue::from_str("done")).is_ok_and(|done| done.is_truthy());
    if done {
        return Ok(None);
    }
    let value = Reflect::get(&result, &JsValue::from_str("value"));
    let chunk = value
        .ok()
        .and_then(|value| value.dyn_into::<Uint8Array>().ok());
    chunk.map(Some).ok_or_else(|| network("no bytes"))
}

fn cancel(reader: &Reader) {
    // Nobody waits for the rest; a rejected promise here means nothing to anyone.
    let promise = match reader {
        Reader::Byob(reader, _) => reader.cancel(),
        Reader::Default(reader) => reader.cancel(),
    };
    wasm_bindgen_futures::spawn_local(async move {
        let _ = JsFuture::from(promise).await;
    });
}

/// The other errors of the crate do not come from sending and reading texts, and their words weigh.
fn unsent(error: gloo_net::Error) -> FileFault {
    match error {
        gloo_net::Error::JsError(error) => network(&error.message),
        _ => network(""),
    }
}

fn network(detail: &str) -> FileFault {
    FileFault::whole(FaultKind::Network {
        detail: detail.to_string(),
    })
}

fn describe(error: &JsValue) -> String {
    Reflect::get(error, &JsValue::from_str("message"))
        .ok()
        .and_then(|message| message.as_string())
        .unwrap_or_default()
}
