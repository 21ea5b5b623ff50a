//! Argon2id with 19 MiB, 2 passes and 1 lane: the least that OWASP's password storage guidance recommends.
use crate::Error;
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{self, PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::{sync::Semaphore, task::spawn_blocking};

/// At once in one process, whatever comes in: bounds memory, and leaves processors for others.
const AT_ONCE: usize = 2;
static PERMITS: Semaphore = Semaphore::const_new(AT_ONCE);
static HASHED: AtomicU64 = AtomicU64::new(0);

/// No password has this hash; checking one against it takes as long as against a real one.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$\
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// How many times this process has hashed a password, to set or to check it.
pub fn passwords_hashed() -> u64 {
    HASHED.load(Ordering::Relaxed)
}

pub(super) async fn hash(password: &str) -> Result<String, Error> {
    let password = password.to_owned();
    in_turn(move || argon2()?.hash_password(password.as_bytes()).map(|hash| hash.to_string())).await
}

/// Does the same work whether or not there is something to compare with.
pub(super) async fn matches(password: &str, kept: Option<&str>) -> Result<bool, Error> {
    let password = password.to_owned();
    let known = kept.is_some();
    let kept = kept.unwrap_or(NOBODY).to_owned();
    let verify = move || {
        let kept = PasswordHash::new(&kept).map_err(|_| password_hash::Error::EncodingInvalid)?;
        Ok(argon2()?.verify_password(password.as_bytes(), &kept))
    };
    match in_turn(verify).await? {
        Ok(()) => Ok(known),
        Err(password_hash::Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(failed(error)),
    }
}

async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, password_hash::Error> + Send + 'static,
) -> Result<T, Error> {
    let permit = PERMITS.acquire().await.map_err(failed)?;
    let work = move || {
        HASHED.fetch_add(1, Ordering::Relaxed);
        let done = work();
        // Held here, so that a request that was given up counts until its work ends.
        drop(permit);
        done
    };
    spawn_blocking(work).await.map_err(failed)?.map_err(failed)
}

fn argon2() -> Result<Argon2<'static>, password_hash::Error> {
    let params = Params::new(19 * 1024, 2, 1, None)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn failed(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    sqlx::Error::Encode(Box::new(error)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_matches_its_own_hash_only() {
        let kept = hash("turnip lorry cabinet").await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(matches("turnip lorry cabinet", Some(&kept)).await.unwrap());
        assert!(!matches("turnip lorry cabinets", Some(&kept)).await.unwrap());
        assert!(!matches("turnip lorry cabinet", None).await.unwrap());
    }

    #[test]
    fn nobodys_hash_asks_for_the_same_work() {
        let nobody = PasswordHash::new(NOBODY).unwrap();
        let params = Params::try_from(&nobody).unwrap();
        let ours = argon2().unwrap();
        assert_eq!(params.m_cost(), ours.params().m_cost());
        assert_eq!(params.t_cost(), ours.params().t_cost());
        assert_eq!(params.p_cost(), ours.params().p_cost());
    }
}
