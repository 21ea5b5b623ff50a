//! A reminder goes by mail, over SMTP, to whoever owes the update.
use server::mail::{PostOffice, deliver};
use std::sync::{Arc, Mutex};
use tests::{Town, now};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// A mail server that keeps what it is told; it takes nothing while `refuses` is set.
#[derive(Clone, Default)]
struct Sink {
    letters: Arc<Mutex<Vec<String>>>,
    refuses: Arc<Mutex<bool>>,
}

impl Sink {
    async fn open(&self) -> PostOffice {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("listens");
        let url = format!("smtp://{}", listener.local_addr().expect("an address"));
        let sink = self.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(sink.clone().talk(stream));
            }
        });
        PostOffice::at(&url, "Foothold <foothold@town.test>").expect("a post office")
    }

    async fn talk(self, stream: TcpStream) {
        let (reader, mut writer) = stream.into_split();
        let mut lines = BufReader::new(reader).lines();
        let mut letter: Option<String> = None;
        writer.write_all(b"220 sink\r\n").await.expect("greets");
        while let Ok(Some(line)) = lines.next_line().await {
            let answer = match (&mut letter, line.as_str()) {
                (Some(text), ".") => {
                    self.letters.lock().expect("kept").push(std::mem::take(text));
                    letter = None;
                    "250 taken"
                }
                (Some(text), line) => {
                    text.push_str(line);
                    text.push('\n');
                    continue;
                }
                (None, "DATA") => {
                    letter = Some(String::new());
                    "354 go on"
                }
                (None, line) if line.starts_with("RCPT") && *self.refuses.lock().expect("told") => "451 not now",
                (None, "QUIT") => "221 bye",
                (None, _) => "250 ok",
            };
            if writer.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
                return;
            }
        }
    }

    fn letters(&self) -> Vec<String> {
        // As quoted-printable writes a line that is too long.
        self.letters.lock().expect("kept").iter().map(|letter| letter.replace("=\n", "")).collect()
    }
}

async fn asked(town: &Town) {
    town.manager().await.post_body("innovations/1/updates/ask", "submission=1").await.is(303);
}

#[tokio::test]
async fn whoever_owes_the_update_is_told_once_with_the_way_to_the_form() {
    let town = Town::new().await;
    town.store.keep_mail();
    let sink = Sink::default();
    let post_office = sink.open().await;
    asked(&town).await;
    for sent in [1, 0] {
        let found = deliver(&town.store, &post_office, "http://town.test", now()).await.expect("delivered");
        assert_eq!(found, sent);
    }
    let letters = sink.letters();
    assert_eq!(letters.len(), 1);
    for part in [
        "To: lead <lead@northshire.example.org>",
        "From: Foothold <foothold@town.test>",
        "Subject: Your update on Smart street lamps is wanted",
        "Programme manager asked you on 24 November 2026",
        "http://town.test/northshire/innovations/1/updates/new",
    ] {
        assert!(letters[0].contains(part), "“{part}” is not in: {}", letters[0]);
    }
}

#[tokio::test]
async fn without_a_mail_server_nothing_is_kept_to_be_sent() {
    let town = Town::new().await;
    asked(&town).await;
    let sink = Sink::default();
    let post_office = sink.open().await;
    let sent = deliver(&town.store, &post_office, "http://town.test", now()).await.expect("looked");
    assert_eq!((sent, sink.letters().len()), (0, 0));
}

#[tokio::test]
async fn what_is_not_taken_is_tried_again_later_and_not_once_it_is_answered() {
    let town = Town::new().await;
    town.store.keep_mail();
    let sink = Sink::default();
    let post_office = sink.open().await;
    *sink.refuses.lock().expect("told") = true;
    asked(&town).await;
    let at = |minutes| now() + chrono::TimeDelta::minutes(minutes);
    let send = |minutes| deliver(&town.store, &post_office, "http://town.test", at(minutes));
    assert_eq!(send(0).await.expect("put off"), 0);
    *sink.refuses.lock().expect("told") = false;
    assert_eq!(send(1).await.expect("waits"), 0, "two minutes have not gone");
    assert_eq!(send(2).await.expect("sent"), 1);
    town.wait(chrono::TimeDelta::days(1));
    town.manager().await.post_body("innovations/1/updates/ask", "submission=2").await.is(303);
    let words = [("confidence", "at-risk"), ("done", "Twelve lamps fitted."), ("next", "Count complaints.")];
    town.lead().await.fill("innovations/1/updates/new", &words).await.is(303);
    assert_eq!(send(60 * 24 + 5).await.expect("looked"), 0, "the update is there");
    assert_eq!(sink.letters().len(), 1);
}
