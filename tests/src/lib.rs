//! Tests that see the whole.
