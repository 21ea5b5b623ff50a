//! What an answer of so many bytes costs at the least: files that the benchmark brings, held in memory.
use crate::Trouble;
use axum::{Router, body::Bytes, http::header, routing::get};
use std::{fs, path::Path};

/// An address for each file that is there now; nothing in a request names a path.
pub fn routes<S: Clone + Send + Sync + 'static>(folder: &Path) -> Result<Router<S>, Trouble> {
    let mut router = Router::new();
    for entry in fs::read_dir(folder).map_err(Trouble::at(folder))? {
        let path = entry.map_err(Trouble::at(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = Bytes::from(fs::read(&path).map_err(Trouble::at(&path))?);
        let answer = async move || ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], bytes);
        router = router.route(&format!("/floor/{name}"), get(answer));
    }
    Ok(router)
}
