//! Builds a client from the environment, and says what the client would send. For the test beside
//! it, which runs this with environments of its own.

fn main() {
    let qoder = match qoder::Qoder::from_env() {
        Ok(qoder) => qoder,
        Err(error) => return println!("cannot build: {error}"),
    };
    match qoder.sessions().retrieve("sess_1").to_http() {
        Ok(request) => println!("{:?}", request.headers()["authorization"].to_str()),
        Err(error) => println!("cannot send: {error}"),
    }
}
