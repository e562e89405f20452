use crate::workload::Scalar;

#[test]
fn names_and_sizes_agree() {
    for scalar in Scalar::ALL {
        assert_eq!(Scalar::from_name(scalar.name()), Some(scalar));
        let bits: usize = scalar.name()[1..].parse().unwrap();
        assert_eq!(scalar.size() * 8, bits);
        assert_eq!(
            serde_json::to_string(&scalar).unwrap(),
            format!("\"{scalar}\"")
        );
    }
    assert_eq!(Scalar::from_name("f16"), None);
}

#[test]
fn bytes_decode_as_little_endian_elements() {
    assert_eq!(
        Scalar::I16.decode(&[0xff, 0xff, 0x00, 0x80]),
        [-1.0, -32768.0]
    );
    assert_eq!(Scalar::U16.decode(&[0xff, 0xff, 0x01]), [65535.0]);
    assert_eq!(Scalar::F32.decode(&1.5f32.to_le_bytes()), [1.5]);
    assert_eq!(
        Scalar::U64.decode(&u64::MAX.to_le_bytes()),
        [18446744073709551616.0]
    );
    assert_eq!(Scalar::F32.get(&1.5f32.to_le_bytes(), 1), None);
    assert!(Scalar::F32.decode(&f32::NAN.to_le_bytes())[0].is_nan());
}

#[test]
fn what_is_stored_decodes_to_itself() {
    for scalar in Scalar::ALL {
        for value in [0, 1, 100, 127] {
            let mut bytes = vec![0xaa; scalar.size()];
            scalar.store_integer(value, &mut bytes).unwrap();
            assert_eq!(scalar.decode(&bytes), [value as f64], "{scalar}");
            scalar.store(value as f64, &mut bytes);
            assert_eq!(scalar.decode(&bytes), [value as f64], "{scalar}");
        }
    }
}

#[test]
fn an_integer_that_a_type_does_not_hold_is_refused() {
    for (scalar, value) in [
        (Scalar::U8, 256),
        (Scalar::U8, -1),
        (Scalar::I8, 128),
        (Scalar::I32, 1 << 31),
        (Scalar::U64, -1),
    ] {
        assert_eq!(
            scalar.store_integer(value, &mut vec![0; scalar.size()]),
            None,
            "{scalar} {value}"
        );
    }
}
