//! Somebody who asks and sends forms over a connection of their own each time, and waits only so long.
use crate::Done;
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// Longer than the server may take for anything.
pub const PATIENCE: Duration = Duration::from_secs(40);

#[derive(Clone)]
pub struct Browser {
    pub address: SocketAddr,
    cookie: String,
}

pub struct Reply {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Browser {
    /// `url` is what the server printed.
    pub fn at(url: &str) -> Done<Self> {
        Ok(Self { address: url.trim_start_matches("http://").parse()?, cookie: String::new() })
    }

    /// The same person at the same service, which listens elsewhere now.
    pub fn move_to(&mut self, url: &str) -> Done {
        self.address = Self::at(url)?.address;
        Ok(())
    }

    pub fn sign_in(&mut self, email: &str, password: &str) -> Done {
        let reply = self.post("/sign-in", &[("email", email), ("password", password)])?;
        let set = reply.header("set-cookie").filter(|_| reply.status == 303);
        let set = set.ok_or_else(|| format!("{email} is not let in: {}", reply.status))?;
        self.cookie = set.split(';').next().unwrap_or_default().into();
        Ok(())
    }

    pub fn get(&self, path: &str) -> Done<Reply> {
        self.ask("GET", path, "")
    }

    pub fn post(&self, path: &str, form: &[(&str, &str)]) -> Done<Reply> {
        let pairs: Vec<_> = form.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        self.ask("POST", path, &pairs.join("&"))
    }

    fn ask(&self, method: &str, path: &str, body: &str) -> Done<Reply> {
        let mut stream = TcpStream::connect_timeout(&self.address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: {}\r\ncookie: {}\r\nsec-fetch-site: same-origin\r\nconnection: close\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            self.address,
            self.cookie,
            body.len()
        )?;
        let mut bytes = vec![];
        stream.read_to_end(&mut bytes)?;
        Reply::read(&bytes)
    }
}

impl Reply {
    fn read(bytes: &[u8]) -> Done<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").ok_or("the answer was cut off")?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|word| word.parse().ok()).ok_or("this is no answer")?;
        let mut reply = Self { status, head, body: String::new() };
        let body = &bytes[end + 4..];
        let whole = match reply.header("content-length").and_then(|length| length.parse::<usize>().ok()) {
            Some(length) => (body.len() == length).then(|| body.to_vec()),
            None if reply.header("transfer-encoding").is_some() => unchunked(body),
            None => Some(body.to_vec()),
        };
        reply.body = String::from_utf8_lossy(&whole.ok_or("the answer was cut off")?).into_owned();
        Ok(reply)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// What the form of the page sends unseen.
    pub fn hidden(&self, name: &str) -> Option<&str> {
        let field = self.body.split("<input").find(|field| field.contains(&format!("name=\"{name}\"")))?;
        field.split_once("value=\"")?.1.split('"').next()
    }
}

fn unchunked(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = vec![];
    loop {
        let end = body.windows(2).position(|two| two == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&body[..end]).ok()?.trim(), 16).ok()?;
        if length == 0 {
            return Some(whole);
        }
        let start = end + 2;
        whole.extend_from_slice(body.get(start..start + length)?);
        body = body.get(start + length + 2..)?;
    }
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_was_cut_off_is_no_answer() {
        let whole = b"HTTP/1.1 303 See Other\r\nLocation: /a\r\ncontent-length: 3\r\n\r\nabc";
        let reply = Reply::read(whole).unwrap();
        assert_eq!((reply.status, reply.header("location"), reply.body.as_str()), (303, Some("/a"), "abc"));
        assert!(Reply::read(&whole[..whole.len() - 1]).is_err());
        let chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n";
        assert_eq!(Reply::read(chunked).unwrap().body, "abcd");
        assert!(Reply::read(&chunked[..chunked.len() - 8]).is_err());
    }

    #[test]
    fn hidden_answers_are_found() {
        let body = "<input type=\"hidden\" name=\"submission\" value=\"7\"><input name=\"x\" value=\"8\">".into();
        let reply = Reply { status: 200, head: String::new(), body };
        assert_eq!(reply.hidden("submission"), Some("7"));
    }
}
