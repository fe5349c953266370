//! How large the pages of memory are that the system gives, where it can give large ones: on Linux, two megabytes.
//!
//! A large page is ready as soon as some hundred small ones are, and all is taken back sooner at the end. But what a program needs
//! lies spread, and of most large pages little would be used. The first one, which is there before the program begins, is full; and
//! so are nearly all of one that sets PDFs.

/// From here on what is needed comes in small pages.
pub fn in_small_pages() {
    large_pages(false);
}

/// From here on it comes in large pages.
pub fn in_large_pages() {
    large_pages(true);
}

#[cfg(target_os = "linux")]
fn large_pages(large: bool) {
    // Where the system does not know the question, there is nothing lost but time.
    let _ = rustix::thread::disable_transparent_huge_pages(!large);
}

#[cfg(not(target_os = "linux"))]
fn large_pages(_: bool) {}
