// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/readfile.h"

#include "systemcalls/clock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace mta;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr qint64 most = 1000;

/// While it lives, the files of others cannot be read: root may read everything.
class Nobody
{
public:
    Nobody() : m_left(::geteuid() != 0 || ::seteuid(65534) == 0) {}
    ~Nobody()
    {
        if (::getuid() == 0 && ::seteuid(0) != 0)
            std::abort();
    }
    Q_DISABLE_COPY_MOVE(Nobody)
    bool isOne() const { return m_left; }

private:
    bool m_left;
};

} // namespace

class ReadFileTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString pathOf(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &octets) const
    {
        QFile file(pathOf(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(octets) != octets.size())
            qFatal("no file for the test");
        return file.fileName();
    }
    QString makePipe(const QString &name) const
    {
        const QString path = pathOf(name);
        if (::mkfifo(QFile::encodeName(path).constData(), 0600) != 0)
            qFatal("no pipe for the test");
        return path;
    }
    /// Opens the pipe for writing after a while, says the pieces with pauses between them, and ends.
    static std::jthread writer(const QString &path, const QByteArrayList &pieces, std::chrono::milliseconds pause)
    {
        return std::jthread([path, pieces, pause] {
            std::this_thread::sleep_for(pause);
            const int descriptor = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC);
            for (const QByteArray &piece : pieces) {
                if (::write(descriptor, piece.constData(), static_cast<size_t>(piece.size())) < 0)
                    break;
                std::this_thread::sleep_for(pause);
            }
            ::close(descriptor);
        });
    }

private slots:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void filesAreReadToTheirEndOrTheLimit_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<qsizetype>("read");
        QTest::newRow("empty") << qsizetype(0) << qsizetype(0);
        QTest::newRow("one octet below the limit") << qsizetype(999) << qsizetype(999);
        QTest::newRow("at the limit") << qsizetype(1000) << qsizetype(1000);
        QTest::newRow("one octet above the limit") << qsizetype(1001) << qsizetype(1000);
    }
    void filesAreReadToTheirEndOrTheLimit()
    {
        QFETCH(qsizetype, size);
        QFETCH(qsizetype, read);
        const FileContent content = readFile(write(u"file"_s, QByteArray(size, 'x')), most);
        QCOMPARE(content.octets, QByteArray(read, 'x'));
        QVERIFY(content.trouble.isNull() && !content.missing);
    }

    void aFileThatIsNotThereIsMissing()
    {
        const FileContent content = readFile(pathOf(u"nowhere"_s), most);
        QVERIFY(content.missing && !content.trouble.isEmpty());
    }

    void aFolderIsTrouble()
    {
        const FileContent content = readFile(m_folder.path(), most);
        QVERIFY(!content.trouble.isEmpty() && !content.missing && content.octets.isEmpty());
    }

    void aFileThatMayNotBeReadIsTroubleAndNotMissing_data()
    {
        QTest::addColumn<bool>("folderIsShut");
        QTest::newRow("the file is shut") << false;
        QTest::newRow("its folder is shut") << true;
    }
    void aFileThatMayNotBeReadIsTroubleAndNotMissing()
    {
        QFETCH(bool, folderIsShut);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(::fchmod(file.handle(), folderIsShut ? 0644 : 0), 0);
        const QByteArray around = QFile::encodeName(folder.path());
        QCOMPARE(::chmod(around.constData(), folderIsShut ? 0 : 0755), 0);
        FileContent content;
        {
            const Nobody nobody;
            QVERIFY(nobody.isOne());
            content = readFile(file.fileName(), most);
        }
        QCOMPARE(::chmod(around.constData(), 0700), 0);
        QCOMPARE(content.trouble, qt_error_string(EACCES));
        QVERIFY(!content.missing && content.octets.isEmpty());
    }

    void aWriterIsWaitedForForTwoSeconds_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("later");
        QTest::addColumn<QString>("trouble");
        const QString nobody = u"nobody writes to this pipe"_s;
        QTest::newRow("somebody a millisecond before") << std::chrono::milliseconds(1999) << QString();
        QTest::newRow("somebody too late") << std::chrono::milliseconds(2000) << nobody;
        QTest::newRow("nobody") << std::chrono::milliseconds(24h) << nobody;
    }
    void aWriterIsWaitedForForTwoSeconds()
    {
        QFETCH(std::chrono::milliseconds, later);
        QFETCH(QString, trouble);
        const QString path = makePipe(QString::fromLatin1(QTest::currentDataTag()));
        fakes::Clock clock;
        clock.at(later, [path] {
            const int descriptor = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC);
            if (::write(descriptor, "hello", 5) != 5)
                std::abort();
            ::close(descriptor);
        });
        const FileContent content = readFile(path, most);
        QCOMPARE(content.trouble, trouble);
        QCOMPARE(content.octets, trouble.isNull() ? QByteArray("hello") : QByteArray());
        QCOMPARE(clock.elapsed(), std::min<std::chrono::milliseconds>(later, 2s));
    }

    void aPipeIsReadToItsEndOrTheLimit_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::addColumn<int>("pause");
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("at once") << QByteArrayList{"hello"} << 0 << QByteArray("hello");
        QTest::newRow("by a writer who comes later") << QByteArrayList{"hello"} << 300 << QByteArray("hello");
        QTest::newRow("in pieces") << QByteArrayList{"h", "ell", "o"} << 200 << QByteArray("hello");
        QTest::newRow("more than the limit") << QByteArrayList{QByteArray(2000, 'x')} << 0 << QByteArray(1000, 'x');
    }
    void aPipeIsReadToItsEndOrTheLimit()
    {
        QFETCH(QByteArrayList, pieces);
        QFETCH(int, pause);
        const QString path = makePipe(QString::fromLatin1(QTest::currentDataTag()));
        const std::jthread other = writer(path, pieces, std::chrono::milliseconds(pause));
        const FileContent content = readFile(path, most);
        QVERIFY2(content.trouble.isNull(), qPrintable(content.trouble));
        QTEST(content.octets, "octets");
    }

    /// As a shell hands over what a command writes: by the number of a descriptor.
    void aWriterWhoTakesLongIsWaitedFor()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
        const std::jthread other([writing = ends[1]] {
            std::this_thread::sleep_for(std::chrono::milliseconds(2500)); // longer than somebody is waited for
            const ssize_t written = ::write(writing, "hello", 5);
            ::close(writing);
            if (written != 5)
                std::abort();
        });
        const FileContent content = readFile(u"/dev/fd/%1"_s.arg(ends[0]), most);
        ::close(ends[0]);
        QCOMPARE(content.octets, QByteArray("hello"));
        QVERIFY(content.trouble.isNull());
    }

    void anEndlessDeviceIsReadToTheLimit() { QCOMPARE(readFile(u"/dev/zero"_s, most).octets.size(), most); }
};

QTEST_GUILESS_MAIN(ReadFileTest)
#include "tst_readfile.moc"
