//! Certificates that are not to be trusted. The test authority signs for all of them; its key is
//! gone.

use std::sync::Arc;

use callsheet::testing::{FaultServer, Script};
use callsheet::transport::ReqwestTransport;
use callsheet::{ErrorKind, Sent, TestClock};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

use super::common::{CANARY, assert_no_canary};
use super::{Error, Store};

const GOOD: &[u8] = include_bytes!("tls/good.der");
const EXPIRED: &[u8] = include_bytes!("tls/expired.der");
const OTHER_HOST: &[u8] = include_bytes!("tls/other_host.der");

/// A server with this certificate that closes every connection, its URL, and how many connections
/// there were.
async fn server(certificate: &'static [u8]) -> (JoinHandle<()>, String) {
    let key = PrivatePkcs8KeyDer::from(include_bytes!("tls/key.der").as_slice());
    let config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![CertificateDer::from(certificate)], PrivateKeyDer::from(key));
    let acceptor = TlsAcceptor::from(Arc::new(config.unwrap()));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let serve = async move {
        while let Ok((stream, _)) = listener.accept().await {
            let _ = acceptor.accept(stream).await;
        }
    };
    (tokio::spawn(serve), url)
}

/// What a call of a server with this certificate comes to, for a client that trusts the authority
/// or not.
async fn error_of(certificate: &'static [u8], trusts: bool) -> Error {
    // This sets up what reqwest needs for TLS, here as in a program.
    let plain = ReqwestTransport::new(None).unwrap();
    let (server, url) = server(certificate).await;
    let transport = if trusts {
        let root = reqwest::Certificate::from_pem(include_bytes!("tls/ca.pem")).unwrap();
        let client = reqwest::Client::builder().tls_certs_only([root]).no_proxy();
        ReqwestTransport::with_client(client.build().unwrap())
    } else {
        plain
    };
    let store =
        Store::builder().base_url(url).bearer(CANARY).transport(transport).clock(TestClock::new());
    let error = store.build().unwrap().get("a").send().await.unwrap_err();
    server.abort();
    assert_no_canary(&error);
    error
}

#[tokio::test]
async fn f005_a_certificate_that_is_not_to_be_trusted_is_named_and_final() {
    for (certificate, trusts, words) in [
        (GOOD, false, "UnknownIssuer"),
        (EXPIRED, true, "certificate expired"),
        (OTHER_HOST, true, "not valid for name"),
    ] {
        let error = error_of(certificate, trusts).await;
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No), "{error}");
        assert!(error.to_string().contains(words), "no `{words}` in {error}");
        assert_eq!(error.attempts(), 1, "{error}");
    }
    // The certificate is what the others fail for: this server only hangs up.
    let error = error_of(GOOD, true).await;
    assert!(!error.to_string().contains("certificate"), "{error}");
}

#[tokio::test]
async fn f006_a_server_that_speaks_no_tls_is_not_asked_again() {
    ReqwestTransport::new(None).unwrap();
    let server = FaultServer::start([Script::new().write("HTTP/1.1 400 Bad\r\n\r\n").fin()]);
    let server = server.await.unwrap();
    let store = Store::builder().base_url(format!("https://{}", server.address())).bearer(CANARY);
    let error = store.build().unwrap().get("a").send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No), "{error}");
    assert_eq!((error.attempts(), server.connections()), (1, 1), "{error}");
    assert_no_canary(&error);
}
