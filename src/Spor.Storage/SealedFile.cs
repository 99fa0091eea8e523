using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Spor.Storage;

/// <summary>A backup is sealed, and what opens it was not given or is not right; or it was changed.</summary>
public sealed class BackupLockedException(string what) : StorageException("The backup does not open: " + what)
{
    /// <summary>Nothing was given to open it with.</summary>
    public static BackupLockedException NoSecret => new("it is sealed, and nothing to open it with was given");
}

/// <summary>What a backup is sealed with: a passphrase that somebody remembers, or the bytes of a key file.</summary>
public sealed class BackupSecret
{
    /// <summary>A shorter passphrase is guessed.</summary>
    public const int ShortestPassphrase = 12;
    const int Rounds = 600_000;
    readonly byte[] secret;
    readonly bool phrase;

    BackupSecret(byte[] secret, bool phrase) => (this.secret, this.phrase) = (secret, phrase);

    /// <exception cref="ArgumentException">It is too short.</exception>
    public static BackupSecret Passphrase(string phrase) =>
        phrase.Length < ShortestPassphrase
            ? throw new ArgumentException($"A passphrase has at least {ShortestPassphrase} characters.", nameof(phrase))
            : new(Encoding.UTF8.GetBytes(phrase.Normalize()), phrase: true);

    /// <exception cref="ArgumentException">It is too short to be a key.</exception>
    public static BackupSecret KeyFile(byte[] bytes) =>
        bytes.Length < 32 ? throw new ArgumentException("A key file has at least 32 bytes.", nameof(bytes)) : new(bytes, phrase: false);

    internal bool IsPhrase => phrase;

    internal byte[] KeyOf(byte[] salt) =>
        phrase
            ? Rfc2898DeriveBytes.Pbkdf2(secret, salt, Rounds, HashAlgorithmName.SHA256, 32)
            : HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, salt, "spor backup"u8.ToArray());
}

/// <summary>
/// A file sealed whole: AES-256-GCM in pieces of a megabyte, each bound to its place and the last one marked, so that nothing can be
/// changed, moved or cut off. The head says what it was sealed with, and a random salt.
/// </summary>
static class SealedFile
{
    const int Piece = 1 << 20,
        NonceLength = 12,
        TagLength = 16,
        SaltLength = 16;

    static ReadOnlySpan<byte> Mark => "SPORSEAL"u8;

    static int HeadLength => Mark.Length + 1 + SaltLength;

    public static bool IsSealed(string file)
    {
        using var from = File.OpenRead(file);
        Span<byte> head = stackalloc byte[Mark.Length];
        return from.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual(Mark);
    }

    public static void Seal(Stream from, Stream to, BackupSecret secret)
    {
        var head = new byte[HeadLength];
        Mark.CopyTo(head);
        head[Mark.Length] = secret.IsPhrase ? (byte)1 : (byte)2;
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        salt.CopyTo(head.AsSpan(Mark.Length + 1));
        to.Write(head);
        using var cipher = new AesGcm(secret.KeyOf(salt), TagLength);
        byte[] plain = new byte[Piece],
            body = new byte[Piece],
            next = new byte[Piece];
        var length = from.ReadAtLeast(plain, Piece, throwOnEndOfStream: false);
        var tag = new byte[TagLength];
        for (long no = 0; ; no++)
        {
            var more = length == Piece ? from.ReadAtLeast(next, Piece, throwOnEndOfStream: false) : 0;
            var last = more == 0;
            cipher.Encrypt(Nonce(no, last), plain.AsSpan(0, length), body.AsSpan(0, length), tag, head);
            to.Write(body.AsSpan(0, length));
            to.Write(tag);
            if (last)
                return;
            (plain, next, length) = (next, plain, more);
        }
    }

    /// <exception cref="BackupLockedException">The secret is not the right one, or the file was changed.</exception>
    public static void Open(Stream from, Stream to, BackupSecret secret)
    {
        var head = new byte[HeadLength];
        if (from.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            throw new BackupLockedException("it is cut off");
        if (head[Mark.Length] == 1 != secret.IsPhrase)
            throw new BackupLockedException(secret.IsPhrase ? "it is sealed with a key file" : "it is sealed with a passphrase");
        using var cipher = new AesGcm(secret.KeyOf(head[(Mark.Length + 1)..]), TagLength);
        byte[] body = new byte[Piece + TagLength],
            next = new byte[Piece + TagLength],
            plain = new byte[Piece];
        var length = from.ReadAtLeast(body, body.Length, throwOnEndOfStream: false);
        for (long no = 0; ; no++)
        {
            var more = length == body.Length ? from.ReadAtLeast(next, next.Length, throwOnEndOfStream: false) : 0;
            var last = more == 0;
            if (length < TagLength)
                throw new BackupLockedException("it is cut off");
            try
            {
                cipher.Decrypt(
                    Nonce(no, last),
                    body.AsSpan(0, length - TagLength),
                    body.AsSpan(length - TagLength, TagLength),
                    plain.AsSpan(0, length - TagLength),
                    head
                );
            }
            catch (AuthenticationTagMismatchException)
            {
                throw new BackupLockedException(no == 0 ? "the passphrase or key is not the right one" : "it was changed");
            }
            to.Write(plain.AsSpan(0, length - TagLength));
            if (last)
                return;
            (body, next, length) = (next, body, more);
        }
    }

    // The key is this file's alone, so a piece's place is a nonce that is never used twice.
    static byte[] Nonce(long no, bool last)
    {
        var nonce = new byte[NonceLength];
        BinaryPrimitives.WriteInt64LittleEndian(nonce, no);
        nonce[^1] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
