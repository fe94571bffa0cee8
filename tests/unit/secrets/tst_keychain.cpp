// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

using namespace crema;
using namespace crema::secrets;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

/// A store with faults; a real one is in tst_systemstore.cpp.
class FaultyStore final : public SecretStore
{
public:
    bool broken = false; ///< every call fails
    bool forgets = false; ///< takes secrets and loses them, as a locked keyring does
    QHash<QString, Secret> kept;

    Task<Result<std::optional<Secret>>> read(QString name) override
    {
        if (broken) {
            co_return failure(ErrorKind::storage, u"broken"_s);
        }
        co_return kept.contains(name) ? std::optional(kept.value(name)) : std::nullopt;
    }
    Task<Result<>> write(QString name, Secret secret) override
    {
        if (broken) {
            co_return failure(ErrorKind::storage, u"broken"_s);
        }
        if (!forgets) {
            kept.insert(name, std::move(secret));
        }
        co_return Result<>();
    }
    Task<Result<>> remove(QString name) override
    {
        if (broken) {
            co_return failure(ErrorKind::storage, u"broken"_s);
        }
        kept.remove(name);
        co_return Result<>();
    }
};

const KeyName pdl {Service::peopleDataLabs, {}, {}};

QProcessEnvironment environment(const QVector<std::pair<QString, QString>> &values)
{
    QProcessEnvironment result;
    for (const auto &[name, value] : values) {
        result.insert(name, value);
    }
    return result;
}

} // namespace

void KeychainTest::keepsAndForgets()
{
    FaultyStore store;
    Keychain keychain(store, {});
    QCOMPARE(keychain.keeping(), Keeping::unknown);
    const auto none = await(keychain.read(pdl));
    VERIFY_OK(none);
    QVERIFY(!*none);
    const auto written = await(keychain.write(pdl, Secret(u"hush"_s)));
    VERIFY_OK(written);
    QCOMPARE(*written, Place::keychain);
    QCOMPARE(keychain.keeping(), Keeping::lasting);
    const auto found = await(keychain.read(pdl));
    VERIFY_OK(found);
    QVERIFY((*found)->secret == Secret(u"hush"_s));
    VERIFY_OK(await(keychain.remove(pdl)));
    QVERIFY(store.kept.isEmpty());
}

void KeychainTest::theUsersKeyWinsOverTheEnvironment()
{
    FaultyStore store;
    Keychain keychain(store, environment({{u"PEOPLE_DATA_LABS_API_KEY"_s, u" from-env\n"_s}}));
    const auto before = await(keychain.read(pdl));
    QCOMPARE((*before)->place, Place::environment);
    QVERIFY((*before)->secret == Secret(u"from-env"_s));
    VERIFY_OK(await(keychain.write(pdl, Secret(u"mine"_s))));
    const auto after = await(keychain.read(pdl));
    QCOMPARE((*after)->place, Place::keychain);
    QVERIFY((*after)->secret == Secret(u"mine"_s));
    VERIFY_OK(await(keychain.remove(pdl)));
    const auto again = await(keychain.read(pdl));
    QCOMPARE((*again)->place, Place::environment);
}

void KeychainTest::theEnvironmentsKeyStaysWithItsServer()
{
    FaultyStore store;
    const auto reads = [&store](const QProcessEnvironment &values, const QString &baseUrl) {
        Keychain keychain(store, values);
        const auto found = await(keychain.read({Service::languageModel, baseUrl, {}}));
        return found && *found;
    };
    const auto plain = environment({{u"OPENAI_API_KEY"_s, u"k"_s}});
    QVERIFY(reads(plain, u"https://api.openai.com/v1/"_s));
    QVERIFY(!reads(plain, u"http://localhost:11434/v1"_s));
    const auto local = environment(
            {{u"OPENAI_API_KEY"_s, u"k"_s}, {u"OPENAI_BASE_URL"_s, u"http://localhost:1/v1"_s}});
    QVERIFY(reads(local, u"http://localhost:1/v1"_s));
    QVERIFY(!reads(local, u"https://api.openai.com/v1"_s));
}

void KeychainTest::withoutAStoreItKeepsForTheSession()
{
    FaultyStore store;
    store.broken = true;
    Keychain keychain(store, environment({{u"PEOPLE_DATA_LABS_API_KEY"_s, u"env"_s}}));
    const auto before = await(keychain.read(pdl));
    VERIFY_OK(before); // a broken keychain does not hide the environment
    QCOMPARE((*before)->place, Place::environment);
    QCOMPARE(keychain.keeping(), Keeping::sessionOnly);
    const auto written = await(keychain.write(pdl, Secret(u"mine"_s)));
    VERIFY_OK(written);
    QCOMPARE(*written, Place::session);
    QVERIFY(!keychain.reason().isEmpty());
    const auto after = await(keychain.read(pdl));
    QCOMPARE((*after)->place, Place::session);
    QVERIFY((*after)->secret == Secret(u"mine"_s));
    Keychain next(store, {});
    QVERIFY(!*await(next.read(pdl))); // gone with the session
    VERIFY_OK(await(keychain.remove(pdl)));
    QCOMPARE((*await(keychain.read(pdl)))->place, Place::environment);
}

void KeychainTest::noticesAStoreThatForgets()
{
    FaultyStore store;
    store.forgets = true;
    Keychain keychain(store, {});
    const auto written = await(keychain.write(pdl, Secret(u"mine"_s)));
    VERIFY_OK(written);
    QCOMPARE(*written, Place::session);
    QCOMPARE(keychain.keeping(), Keeping::sessionOnly);
    QVERIFY((*await(keychain.read(pdl)))->secret == Secret(u"mine"_s));
}

void KeychainTest::refusesAnEmptyKey()
{
    FaultyStore store;
    Keychain keychain(store, {});
    const auto written = await(keychain.write(pdl, Secret()));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::rejectedInput);
}

void KeychainTest::saysWhenAKeyCannotBeRemoved()
{
    FaultyStore store;
    Keychain keychain(store, {});
    VERIFY_OK(await(keychain.write(pdl, Secret(u"mine"_s))));
    store.broken = true;
    QVERIFY(!await(keychain.remove(pdl)));
}

void KeychainTest::namesKeysByServer()
{
    QCOMPARE(nameOf(pdl), u"pdl"_s);
    QCOMPARE(nameOf({Service::languageModel, u"https://Example.com/v1/"_s, {}}),
             u"llm@https://example.com/v1"_s);
    QCOMPARE(nameOf({Service::googleClient, {}, u"refresh_token"_s}), u"google/refresh_token"_s);
    for (const Service service : {Service::peopleDataLabs, Service::languageModel, Service::serpApi,
                                  Service::googleClient, Service::stripe, Service::stripeWebhook}) {
        QVERIFY(serviceFromWord(wordOf(service)) == std::optional(service));
    }
    QVERIFY(!serviceFromWord(u"other"));
}

template <typename T>
concept Prints = requires(QDebug debug, T value) { debug << value; };

void KeychainTest::aSecretDoesNotPrintItself()
{
    static_assert(!Prints<Secret>);
    static_assert(Prints<QString>);
    Secret secret(u"hush"_s);
    const Secret copy = secret;
    const Secret moved = std::move(secret);
    QVERIFY(copy == moved);
    QCOMPARE(copy.reveal(), QByteArray("hush"));
    QVERIFY(Secret().isEmpty());
}
