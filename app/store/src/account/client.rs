use std::net::{IpAddr, Ipv6Addr};

/// Where a request came from.
#[derive(Clone, Copy, Debug)]
pub struct Client<'a> {
    pub address: IpAddr,
    /// What the browser says it is.
    pub agent: &'a str,
}

const LONGEST_AGENT: usize = 200;

impl Client<'_> {
    pub(super) fn address(&self) -> String {
        self.address.to_canonical().to_string()
    }

    pub(super) fn agent(&self) -> String {
        plain(self.agent, LONGEST_AGENT)
    }

    /// What one household or attacker can easily have of: an IPv4 address, or 2^64 IPv6 addresses.
    pub(super) fn neighbourhood(&self) -> String {
        match self.address.to_canonical() {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => {
                let network = address.to_bits() & (u128::MAX << 64);
                format!("{}/64", Ipv6Addr::from_bits(network))
            }
        }
    }
}

/// One line, bounded: for text that somebody else chose.
pub(super) fn plain(text: &str, longest: usize) -> String {
    text.chars().filter(|c| !c.is_control()).take(longest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ipv6_neighbours_are_counted_together_and_mapped_ipv4_as_ipv4() {
        let of = |address: &str| {
            let address = address.parse().unwrap();
            Client { address, agent: "" }.neighbourhood()
        };
        assert_eq!(of("2001:db8:1:2:3::4"), of("2001:db8:1:2:ffff::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
    }
}
